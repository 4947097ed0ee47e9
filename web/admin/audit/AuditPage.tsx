import { Stack } from '@mantine/core';
import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query';
import { getRouteApi, useNavigate } from '@tanstack/react-router';
import { byCursor } from '../../shared/api/byCursor';
import { api } from '../../shared/api/client';
import { dataOf } from '../../shared/api/problem';
import { useTexts } from '../../shared/i18n/catalogue';
import { useFormats } from '../../shared/i18n/format';
import { Page } from '../../shared/Page';
import { Empty } from '../../shared/states/Empty';
import { Loaded } from '../../shared/states/Loaded';
import { DataTable } from '../../shared/DataTable';
import { MoreButton } from '../../shared/MoreButton';
import { AuditFilters } from './AuditFilters';
import { Changes } from './Changes';
import { auditTexts } from './messages';
import { Subject } from './Subject';

const route = getRouteApi('/admin/audit');

/** What administrators did: who, when, on which document, and what it changed. */
export function AuditPage() {
  const t = useTexts(auditTexts);
  const format = useFormats();
  const search = route.useSearch();
  const navigate = useNavigate();
  const query = useInfiniteQuery({
    queryKey: ['get', '/v1/admin/events', search],
    queryFn: ({ pageParam }) =>
      dataOf(api.GET('/v1/admin/events', { params: { query: { ...search, cursor: pageParam } } })),
    ...byCursor,
    placeholderData: keepPreviousData,
  });
  return (
    <Page title={t.title} lead={t.lead} size="xl">
      <Stack>
        <AuditFilters
          search={search}
          onChange={(change) => void navigate({ to: '/admin/audit', search: { ...search, ...change }, replace: true })}
          onClear={() => void navigate({ to: '/admin/audit', search: {} })}
        />
        <Loaded query={query}>
          {({ pages }) => {
            const events = pages.flatMap(({ items }) => items);
            if (events.length === 0) return <Empty title={t.none} text={t.noneText} />;
            return (
              <>
                <DataTable
                  caption={t.title}
                  rows={events}
                  keyOf={({ id }) => id}
                  head={{ label: t.at, cell: ({ at }) => <span className="tabular">{format.moment(at)}</span> }}
                  columns={[
                    { label: t.by, cell: ({ by, byName }) => byName ?? by },
                    { label: t.act, cell: ({ act }) => t.acts[act] ?? act },
                    { label: t.subject, cell: ({ subject }) => <Subject subject={subject} /> },
                    { label: t.document, cell: ({ document }) => document },
                    { label: t.change, cell: (event) => <Changes event={event} /> },
                  ]}
                />
                <MoreButton query={query} />
              </>
            );
          }}
        </Loaded>
      </Stack>
    </Page>
  );
}
