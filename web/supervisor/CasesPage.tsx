import { Button, Group, Stack, Text } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { useInfiniteQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { byCursor } from '../shared/api/byCursor';
import { api } from '../shared/api/client';
import { dataOf } from '../shared/api/problem';
import { NextDeadlineBadge } from '../shared/case/DeadlineBadge';
import { ListDownload } from '../shared/case/ListDownload';
import { StatusBadge } from '../shared/case/StatusBadge';
import { DataTable } from '../shared/DataTable';
import { Dialog } from '../shared/Dialog';
import { useTexts } from '../shared/i18n/catalogue';
import { useFormats } from '../shared/i18n/format';
import { MoreButton } from '../shared/MoreButton';
import { Page } from '../shared/Page';
import { Empty } from '../shared/states/Empty';
import { Loaded } from '../shared/states/Loaded';
import { CaseLink } from './CaseLink';
import { supervisorTexts } from './messages';
import { UrgeForm } from './UrgeForm';
import { useFilterWords } from './useFilterWords';
import { useLeadName } from './useLeadName';

const route = getRouteApi('/reports/cases');

/** The cases that a figure counts, the most urgent first; they can be urged together. */
export function CasesPage() {
  const t = useTexts(supervisorTexts);
  const format = useFormats();
  const nameOf = useLeadName();
  const filters = route.useSearch();
  const words = useFilterWords(filters);
  const [urging, urge] = useDisclosure();
  const query = useInfiniteQuery({
    queryKey: ['get', '/v1/cases', 'figure', filters],
    queryFn: ({ pageParam }) => dataOf(api.GET('/v1/cases', { params: { query: { ...filters, cursor: pageParam } } })),
    ...byCursor,
  });
  return (
    <Page
      title={t.casesTitle}
      lead={words.join(' · ')}
      size="xl"
      aside={
        <Group gap="xs">
          {filters['overdue'] === 'true' && (
            <Button variant="default" className="screen-only" onClick={urge.open}>
              {t.urgeThese}
            </Button>
          )}
          <ListDownload filters={filters} />
        </Group>
      }
    >
      <Loaded query={query}>
        {({ pages }) => {
          const items = pages.flatMap((page) => page.items);
          if (items.length === 0) return <Empty title={t.noCases} text={t.noCasesText} />;
          return (
            <Stack>
              <DataTable
                caption={t.casesTitle}
                rows={items}
                keyOf={({ code }) => code}
                head={{
                  label: t.caseColumn,
                  cell: ({ code, title, receivedAt }) => (
                    <>
                      <CaseLink code={code}>{title}</CaseLink>
                      <Text size="sm" c="dimmed" className="tabular">
                        {code} · {format.dayOf(receivedAt)}
                      </Text>
                    </>
                  ),
                }}
                columns={[
                  { label: t.agency, cell: ({ leadAgency }) => nameOf(leadAgency) },
                  { label: t.status, cell: ({ status }) => <StatusBadge status={status} /> },
                  {
                    label: t.deadline,
                    cell: ({ nextDeadline }) => nextDeadline && <NextDeadlineBadge next={nextDeadline} />,
                  },
                ]}
              />
              <MoreButton query={query} />
            </Stack>
          );
        }}
      </Loaded>
      <Dialog opened={urging} onClose={urge.close} title={t.urgeThese}>
        <UrgeForm filters={filters} />
      </Dialog>
    </Page>
  );
}
