import { Paper, Stack, Table, Text } from '@mantine/core';
import { getRouteApi } from '@tanstack/react-router';
import { $api } from '../shared/api/client';
import type { Schemas } from '../shared/api/types';
import { useTexts } from '../shared/i18n/catalogue';
import { useFormats } from '../shared/i18n/format';
import { Page } from '../shared/Page';
import { Loaded } from '../shared/states/Loaded';
import { CaseListLink } from './CaseListLink';
import { filtersOfList } from './filters';
import { Held } from './Held';
import { supervisorTexts } from './messages';
import { Quarterly } from './Quarterly';
import { ReportFilters } from './ReportFilters';
import { useRowName } from './useRowName';

type Report = Schemas['Report'];
type Row = Schemas['ReportRow'];
type FigureName = keyof Row['figures'];

const route = getRouteApi('/reports');

/** How cases were handled in a period; each figure opens the cases that it counts. */
export function ReportPage() {
  const t = useTexts(supervisorTexts);
  const search = route.useSearch();
  const query = $api.useQuery('get', '/v1/reports/handling', { params: { query: search } });
  return (
    <Page title={t.reportTitle} lead={t.reportLead} size="xl">
      <Stack gap="lg">
        <ReportFilters key={JSON.stringify(search)} search={search} shown={query.data} />
        <Loaded query={query}>
          {(report) => (
            <>
              <Figures report={report} />
              <Held report={report} />
            </>
          )}
        </Loaded>
        <Quarterly />
      </Stack>
    </Page>
  );
}

function Figures({ report }: { report: Report }) {
  const t = useTexts(supervisorTexts);
  const format = useFormats();
  const nameOf = useRowName(report.by);
  const names = Object.keys(t.figures) as FigureName[];
  return (
    <Paper component="section" p={0}>
      <Text p="md" c="dimmed" size="sm">
        {t.period(format.day(report.from), format.day(report.through))}.{' '}
        {t.calendarVersion(report.calendar, format.moment(report.asOf))}
      </Text>
      <Table.ScrollContainer minWidth={1080} type="native">
        <Table striped className="tabular" aria-label={t.reportTitle}>
          <Table.Thead>
            <Table.Tr>
              <Table.Th>{t.groupings[report.by]}</Table.Th>
              {names.map((name) => (
                <Table.Th key={name}>{t.figures[name]}</Table.Th>
              ))}
              <Table.Th>{t.medianDays}</Table.Th>
              <Table.Th>{t.ninetieth}</Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {report.rows.map((row) => (
              <Line key={row.key ?? ''} name={nameOf(row.key)} row={row} names={names} />
            ))}
            <Line name={t.total} row={report.total} names={names} />
          </Table.Tbody>
        </Table>
      </Table.ScrollContainer>
    </Paper>
  );
}

function Line({ name, row, names }: { name: string; row: Row; names: readonly FigureName[] }) {
  const t = useTexts(supervisorTexts);
  const format = useFormats();
  const days = (value: number | null) => (value === null ? '–' : format.number(value));
  return (
    <Table.Tr>
      <Table.Th scope="row" miw="10rem">
        {name}
      </Table.Th>
      {names.map((figure) => {
        const { cases, list } = row.figures[figure] ?? { cases: 0, list: '' };
        return (
          <Table.Td key={figure}>
            {cases === 0 ? (
              0
            ) : (
              <CaseListLink
                filters={filtersOfList(list)}
                label={`${name}, ${t.figures[figure]}: ${format.number(cases)}`}
              >
                {format.number(cases)}
              </CaseListLink>
            )}
          </Table.Td>
        );
      })}
      <Table.Td>{days(row.medianDays)}</Table.Td>
      <Table.Td>{days(row.ninetiethDays)}</Table.Td>
    </Table.Tr>
  );
}
