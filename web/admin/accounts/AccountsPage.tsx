import { Button, Stack, Text } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query';
import { getRouteApi, useNavigate } from '@tanstack/react-router';
import { api } from '../../shared/api/client';
import { dataOf } from '../../shared/api/problem';
import type { Schemas } from '../../shared/api/types';
import { useAgencyName } from '../../shared/case/agencies';
import { useTexts } from '../../shared/i18n/catalogue';
import { useFormats } from '../../shared/i18n/format';
import { sharedTexts } from '../../shared/messages';
import { Page } from '../../shared/Page';
import { Empty } from '../../shared/states/Empty';
import { Loaded } from '../../shared/states/Loaded';
import { TextLink } from '../../shared/TextLink';
import { DataTable } from '../../shared/DataTable';
import { Dialog } from '../../shared/Dialog';
import { MoreButton } from '../../shared/MoreButton';
import { AccountFilters } from './AccountFilters';
import { AccountState } from './AccountState';
import { accountsTexts } from './messages';
import { NewAccountForm } from './NewAccountForm';

const route = getRouteApi('/admin/accounts');

/** Who may do what here. */
export function AccountsPage() {
  const t = useTexts(accountsTexts);
  const shared = useTexts(sharedTexts);
  const search = route.useSearch();
  const navigate = useNavigate();
  const [making, make] = useDisclosure();
  const query = useInfiniteQuery({
    queryKey: ['get', '/v1/accounts', search],
    queryFn: ({ pageParam }) => dataOf(api.GET('/v1/accounts', { params: { query: { ...search, ...pageParam } } })),
    initialPageParam: {},
    getNextPageParam: ({ next }) => (next === null ? undefined : { after: next }),
    placeholderData: keepPreviousData,
  });
  return (
    <Page title={t.title} lead={t.lead} size="xl" aside={<Button onClick={make.open}>{t.create}</Button>}>
      <Stack>
        <AccountFilters
          search={search}
          onChange={(change) =>
            void navigate({ to: '/admin/accounts', search: { ...search, ...change }, replace: true })
          }
          onClear={() => void navigate({ to: '/admin/accounts', search: {} })}
        />
        <Loaded query={query}>
          {({ pages }) => {
            const accounts = pages.flatMap((page) => page.accounts);
            if (accounts.length === 0) return <Empty title={t.none} text={t.noneText} />;
            return (
              <>
                <AccountTable accounts={accounts} roles={shared.roles} />
                <MoreButton query={query} />
              </>
            );
          }}
        </Loaded>
      </Stack>
      <Dialog title={t.create} opened={making} onClose={make.close}>
        <NewAccountForm
          onDone={({ id }) => void navigate({ to: '/admin/accounts/$id', params: { id } })}
          onCancel={make.close}
        />
      </Dialog>
    </Page>
  );
}

interface AccountTableProps {
  readonly accounts: readonly Schemas['Account'][];
  readonly roles: Readonly<Record<Schemas['Account']['role'], string>>;
}

function AccountTable({ accounts, roles }: AccountTableProps) {
  const t = useTexts(accountsTexts);
  const format = useFormats();
  const agencyName = useAgencyName();
  return (
    <DataTable
      caption={t.title}
      rows={accounts}
      keyOf={({ id }) => id}
      head={{
        label: t.labels.name,
        cell: ({ id, name, email }) => (
          <>
            <TextLink to="/admin/accounts/$id" params={{ id }} fw={600}>
              {name}
            </TextLink>
            <Text size="sm" c="dimmed">
              {email}
            </Text>
          </>
        ),
      }}
      columns={[
        { label: t.labels.role, cell: ({ role }) => roles[role] },
        { label: t.labels.agency, cell: ({ agency }) => agency && agencyName(agency) },
        { label: t.state, cell: (account) => <AccountState account={account} /> },
        { label: t.createdAt, cell: ({ createdAt }) => <span className="tabular">{format.dayOf(createdAt)}</span> },
      ]}
    />
  );
}
