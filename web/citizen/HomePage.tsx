import { List, Paper, SimpleGrid, Stack, Text, Title } from '@mantine/core';
import { ButtonLink } from '../shared/ButtonLink';
import { useTexts } from '../shared/i18n/catalogue';
import { Page } from '../shared/Page';
import { Categories } from './Categories';
import { citizenTexts } from './messages';
import { StepsOfCase } from './StepsOfCase';
import { TrackForm } from './TrackForm';

/** What can be submitted and how, in plain words (R2–R4), and the two things that people come for. */
export function HomePage() {
  const t = useTexts(citizenTexts);
  return (
    <Page title={t.homeTitle} lead={t.homeLead} size="xl">
      <SimpleGrid cols={{ base: 1, md: 2 }} spacing="lg">
        <Paper>
          <Stack align="flex-start" h="100%" justify="space-between">
            <div>
              <Title order={2} fz="h3">
                {t.needTitle}
              </Title>
              <List mt="xs" spacing={4}>
                {t.need.map((item) => (
                  <List.Item key={item}>{item}</List.Item>
                ))}
              </List>
            </div>
            <ButtonLink to="/submit" size="lg">
              {t.submitNow}
            </ButtonLink>
          </Stack>
        </Paper>
        <Paper>
          <Stack>
            <div>
              <Title order={2} fz="h3">
                {t.trackTitle}
              </Title>
              <Text c="dimmed">{t.trackLead}</Text>
            </div>
            <TrackForm />
          </Stack>
        </Paper>
      </SimpleGrid>
      <Stack gap="xl" mt="xl">
        <section>
          <Title order={2}>{t.whatTitle}</Title>
          <Text c="dimmed" mb="sm">
            {t.whatLead}
          </Text>
          <Categories />
        </section>
        <section>
          <Title order={2}>{t.stepsTitle}</Title>
          <Text c="dimmed" mb="md">
            {t.stepsLead}
          </Text>
          <StepsOfCase />
        </section>
        <section>
          <Title order={2}>{t.otherTitle}</Title>
          <Text maw="70ch">{t.otherLead}</Text>
        </section>
      </Stack>
    </Page>
  );
}
