import { Button, Group, Paper, Stack, Table, Text } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { useInfiniteQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { api } from '../shared/api/client';
import { dataOf } from '../shared/api/problem';
import { NextDeadlineBadge } from '../shared/case/DeadlineBadge';
import { StatusBadge } from '../shared/case/StatusBadge';
import { Dialog } from '../shared/Dialog';
import { useTexts } from '../shared/i18n/catalogue';
import { useFormats } from '../shared/i18n/format';
import { Page } from '../shared/Page';
import { Empty } from '../shared/states/Empty';
import { Loaded } from '../shared/states/Loaded';
import { CaseLink } from './CaseLink';
import { supervisorTexts } from './messages';
import { UrgeForm } from './UrgeForm';
import { useFilterWords } from './useFilterWords';
import { useHolderName } from './useHolderName';

const route = getRouteApi('/reports/cases');

/** The cases that a figure counts, the most urgent first; they can be urged together. */
export function CasesPage() {
  const t = useTexts(supervisorTexts);
  const format = useFormats();
  const nameOf = useHolderName();
  const filters = route.useSearch();
  const words = useFilterWords(filters);
  const [urging, urge] = useDisclosure();
  const query = useInfiniteQuery({
    queryKey: ['get', '/v1/cases', 'figure', filters],
    queryFn: ({ pageParam }) => dataOf(api.GET('/v1/cases', { params: { query: { ...filters, ...pageParam } } })),
    initialPageParam: {},
    getNextPageParam: ({ nextCursor }) => (nextCursor === null ? undefined : { cursor: nextCursor }),
  });
  return (
    <Page
      title={t.casesTitle}
      lead={words.join(' · ')}
      size="xl"
      aside={
        filters['overdue'] === 'true' && (
          <Button variant="default" className="screen-only" onClick={urge.open}>
            {t.urgeThese}
          </Button>
        )
      }
    >
      <Loaded query={query}>
        {({ pages }) => {
          const items = pages.flatMap((page) => page.items);
          if (items.length === 0) return <Empty title={t.noCases} text={t.noCasesText} />;
          return (
            <Stack>
              <Paper p={0}>
                <Table.ScrollContainer minWidth={720} type="native">
                  <Table verticalSpacing="sm" aria-label={t.casesTitle}>
                    <Table.Thead>
                      <Table.Tr>
                        <Table.Th w="40%">{t.caseColumn}</Table.Th>
                        <Table.Th>{t.agency}</Table.Th>
                        <Table.Th>{t.status}</Table.Th>
                        <Table.Th>{t.deadline}</Table.Th>
                      </Table.Tr>
                    </Table.Thead>
                    <Table.Tbody>
                      {items.map((one) => (
                        <Table.Tr key={one.code}>
                          <Table.Td>
                            <CaseLink code={one.code}>{one.title}</CaseLink>
                            <Text size="sm" c="dimmed" className="tabular">
                              {one.code} · {format.dayOf(one.receivedAt)}
                            </Text>
                          </Table.Td>
                          <Table.Td>{nameOf(one.leadAgency)}</Table.Td>
                          <Table.Td>
                            <StatusBadge status={one.status} />
                          </Table.Td>
                          <Table.Td>
                            <NextDeadlineBadge next={one.nextDeadline} />
                          </Table.Td>
                        </Table.Tr>
                      ))}
                    </Table.Tbody>
                  </Table>
                </Table.ScrollContainer>
              </Paper>
              {query.hasNextPage && (
                <Group>
                  <Button
                    variant="default"
                    loading={query.isFetchingNextPage}
                    onClick={() => void query.fetchNextPage()}
                  >
                    {t.more}
                  </Button>
                </Group>
              )}
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
