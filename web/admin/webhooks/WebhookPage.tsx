import { SimpleGrid, Stack } from '@mantine/core';
import { getRouteApi } from '@tanstack/react-router';
import { $api } from '../../shared/api/client';
import { useTexts } from '../../shared/i18n/catalogue';
import { Page } from '../../shared/Page';
import { isPartner } from '../../shared/partners/partner';
import { BlockSkeleton } from '../../shared/states/BlockSkeleton';
import { Loaded } from '../../shared/states/Loaded';
import { TextLink } from '../../shared/TextLink';
import { Figures } from '../parts/Figures';
import { Section } from '../../shared/Section';
import { Deliveries } from './Deliveries';
import { webhooksTexts } from './messages';
import { PartnerSection } from './PartnerSection';
import { WebhookActs } from './WebhookActs';
import { WebhookForm } from './WebhookForm';
import { WebhookState } from './WebhookState';

const ASK_AGAIN_MILLIS = 3_000;
const route = getRouteApi('/admin/webhooks/$id');

/** One subscriber: what it is told, whether that gets through, each message, and what a partner holds of it. */
export function WebhookPage() {
  const t = useTexts(webhooksTexts);
  const { id } = route.useParams();
  const query = $api.useQuery(
    'get',
    '/v1/webhooks/{id}',
    { params: { path: { id } } },
    { refetchInterval: ({ state }) => ((state.data?.pending ?? 0) > 0 ? ASK_AGAIN_MILLIS : false) }
  );
  return (
    <Page
      title={query.data?.name ?? t.webhook}
      lead={<TextLink to="/admin/webhooks">{t.toList}</TextLink>}
      size="xl"
      aside={query.data && <WebhookState webhook={query.data} />}
    >
      <Loaded query={query} skeleton={<BlockSkeleton lines={8} />}>
        {(webhook) => (
          <Stack gap="lg">
            <Figures
              figures={[
                { label: t.pending, value: webhook.pending, tone: 'info' },
                { label: t.givenUp, value: webhook.givenUp, tone: webhook.givenUp > 0 ? 'late' : 'calm' },
                { label: t.failures, value: webhook.failures, tone: webhook.failures > 0 ? 'late' : 'quiet' },
              ]}
            />
            <SimpleGrid cols={{ base: 1, md: 2 }} spacing="lg">
              <Section title={t.subscription}>
                <WebhookForm key={webhook.id} webhook={webhook} />
              </Section>
              <Section title={t.acts}>
                <WebhookActs webhook={webhook} />
              </Section>
            </SimpleGrid>
            {isPartner(webhook.mapping) && <PartnerSection partner={webhook.mapping} webhook={webhook} />}
            <Deliveries webhook={webhook} />
          </Stack>
        )}
      </Loaded>
    </Page>
  );
}
