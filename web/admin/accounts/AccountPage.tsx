import { Paper, SimpleGrid, Stack } from '@mantine/core';
import { getRouteApi } from '@tanstack/react-router';
import { $api } from '../../shared/api/client';
import { useAgencyName } from '../../shared/case/agencies';
import { Facts } from '../../shared/case/Facts';
import { useTexts } from '../../shared/i18n/catalogue';
import { useFormats } from '../../shared/i18n/format';
import { sharedTexts } from '../../shared/messages';
import { Page } from '../../shared/Page';
import { BlockSkeleton } from '../../shared/states/BlockSkeleton';
import { Loaded } from '../../shared/states/Loaded';
import { TextLink } from '../../shared/TextLink';
import { Section } from '../../shared/Section';
import { AccountAccess } from './AccountAccess';
import { AccountForm } from './AccountForm';
import { AccountState } from './AccountState';
import { ApiKeys } from './ApiKeys';
import { accountsTexts } from './messages';

const route = getRouteApi('/admin/accounts/$id');

/** One account: whose, what it may do, and getting in. */
export function AccountPage() {
  const t = useTexts(accountsTexts);
  const shared = useTexts(sharedTexts);
  const format = useFormats();
  const agencyName = useAgencyName();
  const { id } = route.useParams();
  const query = $api.useQuery('get', '/v1/accounts/{id}', { params: { path: { id } } });
  return (
    <Page
      title={query.data?.name ?? t.account}
      lead={<TextLink to="/admin/accounts">{t.toList}</TextLink>}
      aside={query.data && <AccountState account={query.data} />}
    >
      <Loaded query={query} skeleton={<BlockSkeleton lines={8} />}>
        {(account) => (
          <Stack gap="lg">
            <Paper>
              <Facts
                facts={[
                  [t.labels.email, account.email],
                  [t.emailVerified, account.emailVerified ? t.yes : t.no],
                  [t.labels.role, shared.roles[account.role]],
                  [t.labels.agency, account.agency === null ? shared.none : agencyName(account.agency)],
                  [t.createdAt, format.dayOf(account.createdAt)],
                  [
                    t.record,
                    <TextLink key="record" to="/admin/audit" search={{ subject: `account/${account.id}` }}>
                      {t.toRecord}
                    </TextLink>,
                  ],
                ]}
              />
            </Paper>
            <SimpleGrid cols={{ base: 1, md: 2 }} spacing="lg">
              <Section title={t.rights}>
                <AccountForm key={account.id} account={account} />
              </Section>
              <Section title={t.access}>
                <AccountAccess account={account} />
              </Section>
            </SimpleGrid>
            {account.role === 'integration' && <ApiKeys account={account} />}
          </Stack>
        )}
      </Loaded>
    </Page>
  );
}
