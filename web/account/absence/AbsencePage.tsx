import { Paper, Stack, Title } from '@mantine/core';
import { getRouteApi } from '@tanstack/react-router';
import { $api } from '../../shared/api/client';
import { useTexts } from '../../shared/i18n/catalogue';
import { Page } from '../../shared/Page';
import { Empty } from '../../shared/states/Empty';
import { Loaded } from '../../shared/states/Loaded';
import { useToday } from '../../shared/useToday';
import { DelegationForm } from './DelegationForm';
import { DelegationTable } from './DelegationTable';
import { absenceTexts } from './messages';

const route = getRouteApi('/absence');

/** Who stands in for whom: a head names somebody for a span of days, and both of them may end it; an administrator does either for all (R10.3). */
export function AbsencePage() {
  const t = useTexts(absenceTexts);
  const { principal } = route.useRouteContext();
  const today = useToday();
  const query = $api.useQuery('get', '/v1/delegations');
  return (
    <Page title={t.title} lead={t.lead} size="md">
      <Stack gap="lg">
        {(principal.role === 'agency_lead' || principal.role === 'admin') && (
          <Paper component="section" aria-labelledby="name-stand-in">
            <Title order={2} id="name-stand-in" fz="lg" mb="md">
              {t.name}
            </Title>
            <DelegationForm today={today} head={principal.role === 'admin' ? null : principal} />
          </Paper>
        )}
        <section aria-labelledby="stand-ins">
          <Title order={2} id="stand-ins" fz="lg" mb="md">
            {t.list}
          </Title>
          <Loaded query={query}>
            {({ items }) =>
              items.length === 0 ? (
                <Empty title={t.none} text={t.lead} />
              ) : (
                <DelegationTable delegations={items} reader={principal} today={today} />
              )
            }
          </Loaded>
        </section>
      </Stack>
    </Page>
  );
}
