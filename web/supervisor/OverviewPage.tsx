import { Button, Group, Paper, SimpleGrid, Stack, Text, Title } from '@mantine/core';
import { IconRefresh } from '@tabler/icons-react';
import { useQueryClient } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { $api } from '../shared/api/client';
import type { Schemas } from '../shared/api/types';
import { useTexts } from '../shared/i18n/catalogue';
import { useFormats } from '../shared/i18n/format';
import { Page } from '../shared/Page';
import { Loaded } from '../shared/states/Loaded';
import { AgencyTable } from './AgencyTable';
import { AgesChart, LoadChart, OnTimeChart, WeeksChart } from './charts';
import { Escalations } from './Escalations';
import { HeatTable } from './HeatTable';
import { supervisorTexts } from './messages';
import { Tiles } from './Tiles';

export type Overview = Schemas['Overview'];

/** What is late and with whom, on one screen; each figure opens its list. */
export function OverviewPage() {
  const t = useTexts(supervisorTexts);
  const format = useFormats();
  const queries = useQueryClient();
  const overview = $api.useQuery('get', '/v1/reports/overview');
  return (
    <Page
      title={t.overviewTitle}
      size="xl"
      lead={overview.data === undefined ? t.overviewLead : t.asOf(format.moment(overview.data.at))}
      aside={
        <Button
          variant="default"
          className="screen-only"
          leftSection={<IconRefresh size={18} aria-hidden />}
          loading={overview.isFetching}
          onClick={() => void queries.invalidateQueries()}
        >
          {t.refresh}
        </Button>
      }
    >
      <Loaded query={overview}>{(data) => <Figures overview={data} />}</Loaded>
    </Page>
  );
}

function Figures({ overview }: { overview: Overview }) {
  const t = useTexts(supervisorTexts);
  return (
    <Stack gap="xl">
      <Tiles overview={overview} />
      <Escalations />
      <Panel title={t.agenciesTitle} lead={t.agenciesLead}>
        <AgencyTable overview={overview} />
      </Panel>
      <SimpleGrid cols={{ base: 1, md: 2 }} spacing="lg">
        <Panel title={t.onTimeTitle} lead={t.onTimeLead}>
          <OnTimeChart overview={overview} />
        </Panel>
        <Panel title={t.loadTitle} lead={t.loadLead}>
          <LoadChart overview={overview} />
        </Panel>
        <Panel title={t.agesTitle} lead={t.agesLead}>
          <AgesChart overview={overview} />
        </Panel>
        <Panel title={t.weeksTitle} lead={t.weeksLead}>
          <WeeksChart overview={overview} />
        </Panel>
      </SimpleGrid>
      <Panel title={t.matrixTitle} lead={t.matrixLead}>
        <HeatTable overview={overview} />
      </Panel>
    </Stack>
  );
}

function Panel({ title, lead, children }: { title: string; lead: string; children: ReactNode }) {
  return (
    <Paper component="section" p={{ base: 'md', sm: 'lg' }} miw={0}>
      <Group justify="space-between" mb="md">
        <div>
          <Title order={2} fz="h3">
            {title}
          </Title>
          <Text size="sm" c="dimmed">
            {lead}
          </Text>
        </div>
      </Group>
      {children}
    </Paper>
  );
}
