import { Anchor, List, Paper, Stack, Text, Title } from '@mantine/core';
import { getRouteApi } from '@tanstack/react-router';
import { $api } from '../shared/api/client';
import { problemOf } from '../shared/api/problem';
import type { Schemas } from '../shared/api/types';
import { ButtonLink } from '../shared/ButtonLink';
import { useAgencyName, useCategoryName } from '../shared/case/agencies';
import { Facts } from '../shared/case/Facts';
import { useTexts } from '../shared/i18n/catalogue';
import { useFormats } from '../shared/i18n/format';
import { Page } from '../shared/Page';
import { LoadedPage } from '../shared/states/LoadedPage';
import { citizenTexts } from './messages';

const route = getRouteApi('/answers/$number');

/** A published answer, with what was asked. */
export function AnswerPage() {
  const t = useTexts(citizenTexts);
  const { number } = route.useParams();
  const query = $api.useQuery('get', '/v1/public/cases/{number}', { params: { path: { number } } });
  const refusal = problemOf(query.error)?.type;
  if (refusal === 'no-longer-published' || refusal === 'no-such-publication')
    return (
      <Page title={refusal === 'no-longer-published' ? t.takenBack : t.noSuchAnswer} lead={t.takenBackText} size="sm">
        <ButtonLink to="/answers">{t.toAllAnswers}</ButtonLink>
      </Page>
    );
  return <LoadedPage query={query}>{(publication) => <Publication publication={publication} />}</LoadedPage>;
}

function Publication({ publication }: { publication: Schemas['Publication'] }) {
  const t = useTexts(citizenTexts);
  const format = useFormats();
  const agencyName = useAgencyName();
  const categoryName = useCategoryName();
  const { title, content, answer, agency, agencies, category, publishedAt, attachments } = publication;
  return (
    <Page title={title} lead={t.publishedOn(format.dayOf(publishedAt))} size="md">
      <Stack gap="lg">
        <Facts
          facts={[
            [t.agency, agencyName(agency, agencies)],
            ...(category === null ? [] : [[t.category, categoryName(category)] as const]),
          ]}
        />
        {content !== null && (
          <Paper component="section">
            <Title order={2} fz="h3" mb="xs">
              {t.asked}
            </Title>
            <Text className="prose">{content}</Text>
          </Paper>
        )}
        <Paper component="section">
          <Title order={2} fz="h3" mb="xs">
            {t.answered}
          </Title>
          <Text className="prose">{answer}</Text>
          {attachments.length > 0 && (
            <>
              <Title order={3} fz="md" mt="md">
                {t.answerFiles}
              </Title>
              <List listStyleType="none">
                {attachments.map(({ id, name, size, href }) => (
                  <List.Item key={id}>
                    <Anchor href={href}>{name}</Anchor> ({format.fileSize(size)})
                  </List.Item>
                ))}
              </List>
            </>
          )}
        </Paper>
        <ButtonLink to="/answers" variant="default" className="screen-only" style={{ alignSelf: 'flex-start' }}>
          {t.toAllAnswers}
        </ButtonLink>
      </Stack>
    </Page>
  );
}
