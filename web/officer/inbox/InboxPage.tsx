import { Group, Stack, VisuallyHidden } from '@mantine/core';
import { getRouteApi, useNavigate } from '@tanstack/react-router';
import { useRef } from 'react';
import { api } from '../../shared/api/client';
import { dataOf } from '../../shared/api/problem';
import { ListDownload } from '../../shared/case/ListDownload';
import { useTexts } from '../../shared/i18n/catalogue';
import { Page } from '../../shared/Page';
import { Empty } from '../../shared/states/Empty';
import { Loaded } from '../../shared/states/Loaded';
import { officerTexts } from '../messages';
import { ShortcutHelp } from '../shortcuts/ShortcutHelp';
import { useShortcuts } from '../shortcuts/useShortcuts';
import { BulkBar } from './BulkBar';
import { CaseTable } from './CaseTable';
import { ChangesBar } from './ChangesBar';
import { ColumnChoice } from './ColumnChoice';
import { useColumns } from './columns';
import { Filters } from './Filters';
import { ListSkeleton } from './ListSkeleton';
import { filtersOfView, type ListSearch, readListSearch, withoutPlace } from './listSearch';
import { Pager } from './Pager';
import { codeInFocus, moveFocus } from './rowFocus';
import { listParams, useCaseList, useInbox } from './useCaseList';
import { useListChanges } from './useListChanges';
import { useSelection } from './useSelection';
import { ViewTabs } from './ViewTabs';

const route = getRouteApi('/inbox');

/** The work of the day: the most urgent first. */
export function InboxPage() {
  const t = useTexts(officerTexts);
  const search = route.useSearch();
  const navigate = useNavigate();
  const inbox = useInbox(search);
  const view = search.view ?? inbox.data?.items[0]?.view;
  const list = useCaseList(search, view);
  const items = list.data?.items ?? [];
  const changes = useListChanges(items, list.dataUpdatedAt, async () => {
    return (await dataOf(api.GET('/v1/cases', listParams(search, view)))).items;
  });
  const selection = useSelection(JSON.stringify(withoutPlace(search)), items);
  const [columns, chooseColumns] = useColumns();
  const searchBox = useRef<HTMLInputElement>(null);
  const body = useRef<HTMLTableSectionElement>(null);

  const narrow = (change: Partial<ListSearch>) =>
    void navigate({ to: '/inbox', search: readListSearch({ ...withoutPlace(search), ...change }), replace: true });
  const showChanges = () => void Promise.all([list.refetch(), inbox.refetch()]);
  useShortcuts({
    j: () => {
      moveFocus(body.current, 1);
    },
    k: () => {
      moveFocus(body.current, -1);
    },
    x: () => {
      const item = items.find(({ code }) => code === codeInFocus(body.current));
      if (item !== undefined) selection.set([item], !selection.has(item.code));
    },
    '/': () => searchBox.current?.focus(),
    r: showChanges,
  });
  return (
    <Page
      title={t.inbox}
      size="xl"
      aside={
        <Group gap="xs">
          <ListDownload filters={filtersOfView(search, view)} />
          <ColumnChoice chosen={columns} onChange={chooseColumns} />
          <ShortcutHelp keys={t.inboxKeys} />
        </Group>
      }
    >
      <Stack gap="md">
        {inbox.data !== undefined && view !== undefined && (
          <ViewTabs inbox={inbox.data} current={view} search={search} />
        )}
        <Filters
          search={search}
          onChange={narrow}
          onClear={() =>
            void navigate({ to: '/inbox', search: search.view === undefined ? {} : { view: search.view } })
          }
          searchBox={searchBox}
        />
        <ChangesBar changes={changes} onShow={showChanges} />
        <VisuallyHidden role="status">
          {list.data && !list.isPlaceholderData && t.listed(items.length, list.data.nextCursor !== null)}
        </VisuallyHidden>
        <Loaded query={inbox} skeleton={<ListSkeleton />}>
          {() => (
            <Loaded query={list} skeleton={<ListSkeleton />}>
              {() =>
                items.length === 0 ? (
                  <Empty title={t.nothingTitle} text={t.nothingText} />
                ) : (
                  <CaseTable
                    items={items}
                    columns={columns}
                    search={view === undefined ? search : { ...search, view }}
                    selection={selection}
                    changed={changes.here}
                    body={body}
                  />
                )
              }
            </Loaded>
          )}
        </Loaded>
        <Pager previous={list.data?.previousCursor ?? null} next={list.data?.nextCursor ?? null} search={search} />
        <BulkBar selection={selection} />
      </Stack>
    </Page>
  );
}
