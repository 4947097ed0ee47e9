import { Button, Group, SegmentedControl, Stack } from '@mantine/core';
import { getRouteApi, useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { $api } from '../../shared/api/client';
import { useTexts } from '../../shared/i18n/catalogue';
import { Page } from '../../shared/Page';
import { Loaded } from '../../shared/states/Loaded';
import { Dialog } from '../parts/Dialog';
import { EntryForm } from './EntryForm';
import { EntryTable } from './EntryTable';
import { type Entry, type ListKind, listKinds } from './lists';
import { listsTexts } from './messages';
import { NewEntryForm } from './NewEntryForm';

const route = getRouteApi('/admin/lists');

/** What may be chosen from: categories, reasons to reject, forms of publication. */
export function ListsPage() {
  const t = useTexts(listsTexts);
  const navigate = useNavigate();
  const search = route.useSearch();
  const kind = listKinds.find((known) => known === search.kind) ?? 'categories';
  const [opened, open] = useState<'new' | Entry | null>(null);
  const query = $api.useQuery('get', '/v1/catalogue/{kind}', { params: { path: { kind } } });
  const close = () => {
    open(null);
  };
  return (
    <Page title={t.title} lead={t.lead} size="xl">
      <Stack>
        <Group justify="space-between">
          <SegmentedControl
            aria-label={t.list}
            data={listKinds.map((value) => ({ value, label: t.kinds[value] }))}
            value={kind}
            onChange={(value: ListKind) =>
              void navigate({ to: '/admin/lists', search: { kind: value }, replace: true })
            }
          />
          <Button
            onClick={() => {
              open('new');
            }}
          >
            {t.add}
          </Button>
        </Group>
        <Loaded query={query}>
          {({ items }) => <EntryTable caption={t.kinds[kind]} entries={items} onChange={open} />}
        </Loaded>
      </Stack>
      <Dialog title={t.add} opened={opened === 'new'} onClose={close}>
        <NewEntryForm kind={kind} position={(query.data?.items.length ?? 0) + 1} onDone={close} onCancel={close} />
      </Dialog>
      <Dialog title={t.change} opened={typeof opened === 'object' && opened !== null} onClose={close}>
        {typeof opened === 'object' && opened !== null && (
          <EntryForm kind={kind} entry={opened} onDone={close} onCancel={close} />
        )}
      </Dialog>
    </Page>
  );
}
