import { Stack, Text } from '@mantine/core';
import { api } from '../../shared/api/client';
import { dataOf } from '../../shared/api/problem';
import { ConfirmButton } from '../../shared/forms/ConfirmButton';
import { DayField } from '../../shared/forms/DayField';
import { RequestFormFrame } from '../../shared/forms/RequestFormFrame';
import { useRequestForm } from '../../shared/forms/useRequestForm';
import { useTexts } from '../../shared/i18n/catalogue';
import { partnerTexts } from '../../shared/partners/messages';
import type { PartnerName } from '../../shared/partners/partner';
import { Reconciliations } from '../../shared/partners/Reconciliations';
import { Section } from '../../shared/Section';
import { useToday } from '../../shared/useToday';
import { webhooksTexts } from './messages';
import type { Webhook } from './types';

interface PartnerSectionProps {
  readonly partner: PartnerName;
  readonly webhook: Webhook;
}

/** Whether a partner holds what it was told, day by day; any day that is kept can be compared again. */
export function PartnerSection({ partner, webhook: { id, enabled } }: PartnerSectionProps) {
  const t = useTexts(webhooksTexts);
  const texts = useTexts(partnerTexts);
  const today = useToday();
  return (
    <Section title={texts.title}>
      <Stack>
        <Text c="dimmed">{texts.lead}</Text>
        {enabled && <CompareForm partner={partner} today={today} />}
        <Reconciliations
          partner={partner}
          {...(enabled && {
            act: ({ delivery, reference }) => (
              <ConfirmButton
                label={t.resend}
                describedAs={t.resendAbout(reference)}
                text={t.resendText}
                size="compact-sm"
                variant="subtle"
                touches={['/v1/webhooks', '/v1/admin']}
                told={t.resent}
                send={() =>
                  dataOf(
                    api.POST('/v1/webhooks/{id}/resend', {
                      params: { path: { id } },
                      body: { deliveries: [delivery] },
                    })
                  )
                }
              />
            ),
          })}
        />
      </Stack>
    </Section>
  );
}

function CompareForm({ partner, today }: { readonly partner: PartnerName; readonly today: string }) {
  const t = useTexts(webhooksTexts);
  const texts = useTexts(partnerTexts);
  const form = useRequestForm({
    // Of today, however long the page stays open, until another day is chosen.
    initial: { day: '' },
    labels: { day: t.compareDay },
    send: ({ day }) =>
      dataOf(
        api.POST('/v1/partners/{name}/reconciliations', {
          params: { path: { name: partner } },
          body: { day: day || today },
        })
      ),
    touches: ['/v1/partners'],
    told: ({ fault }) => (fault === null ? t.compared : texts.failed),
  });
  return (
    <RequestFormFrame form={form} submit={t.compare} secondary>
      <DayField {...form.field('day')} value={form.values.day || today} required />
    </RequestFormFrame>
  );
}
