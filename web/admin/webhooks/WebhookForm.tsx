import { TextInput } from '@mantine/core';
import { api } from '../../shared/api/client';
import { dataOf } from '../../shared/api/problem';
import { useTexts } from '../../shared/i18n/catalogue';
import { partTexts } from '../parts/messages';
import { RequestFormFrame } from '../../shared/forms/RequestFormFrame';
import { useRequestForm } from '../../shared/forms/useRequestForm';
import { webhooksTexts } from './messages';
import { type MessageScope, ScopeFields } from './ScopeFields';
import type { EventType, Webhook } from './types';

/** Changes of a subscription. What a named partner is told follows from its interface, and is not asked for. */
export function WebhookForm({ webhook }: { readonly webhook: Webhook }) {
  const t = useTexts(webhooksTexts);
  const parts = useTexts(partTexts);
  const { id, name, url, types, agencies, withCode, mapping } = webhook;
  const form = useRequestForm<MessageScope & { readonly name: string; readonly url: string }, Webhook>({
    initial: { name, url, types: types as EventType[], agencies, withCode },
    labels: t.labels,
    send: (_, changed) => dataOf(api.PATCH('/v1/webhooks/{id}', { params: { path: { id } }, body: changed })),
    touches: ['/v1/webhooks', '/v1/admin'],
    told: t.changed,
  });
  return (
    <RequestFormFrame form={form} submit={parts.save}>
      <TextInput {...form.line('name')} />
      <TextInput {...form.line('url')} type="url" />
      {mapping === 'events' && <ScopeFields values={form.values} errors={form.errors} change={form.change} />}
    </RequestFormFrame>
  );
}
