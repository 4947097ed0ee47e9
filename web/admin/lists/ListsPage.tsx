import { Button } from '@mantine/core';
import { getRouteApi } from '@tanstack/react-router';
import { useState } from 'react';
import { $api } from '../../shared/api/client';
import { useTexts } from '../../shared/i18n/catalogue';
import { Page } from '../../shared/Page';
import { Loaded } from '../../shared/states/Loaded';
import { Dialog } from '../../shared/Dialog';
import { RulesNav } from '../parts/RulesNav';
import { EntryForm } from './EntryForm';
import { EntryTable } from './EntryTable';
import { type Entry, listKinds } from './lists';
import { listsTexts } from './messages';
import { NewEntryForm } from './NewEntryForm';

const route = getRouteApi('/admin/lists');

/** What may be chosen from: categories, reasons to reject, forms of publication. */
export function ListsPage() {
  const t = useTexts(listsTexts);
  const search = route.useSearch();
  const kind = listKinds.find((known) => known === search.kind) ?? 'categories';
  const [opened, open] = useState<'new' | Entry | null>(null);
  const query = $api.useQuery('get', '/v1/catalogue/{kind}', { params: { path: { kind } } });
  const close = () => {
    open(null);
  };
  return (
    <Page
      title={t.kinds[kind]}
      lead={t.lead}
      size="xl"
      aside={
        <Button
          onClick={() => {
            open('new');
          }}
        >
          {t.add}
        </Button>
      }
    >
      <RulesNav current={kind} />
      <Loaded query={query}>
        {({ items }) => <EntryTable caption={t.kinds[kind]} entries={items} onChange={open} />}
      </Loaded>
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
