import { Select, TextInput } from '@mantine/core';
import { api } from '../../shared/api/client';
import { dataOf } from '../../shared/api/problem';
import type { Schemas } from '../../shared/api/types';
import { useTexts } from '../../shared/i18n/catalogue';
import { partTexts } from '../parts/messages';
import { RequestFormFrame } from '../../shared/forms/RequestFormFrame';
import { useRequestForm } from '../../shared/forms/useRequestForm';
import { webhooksTexts } from './messages';
import { type MessageScope, ScopeFields } from './ScopeFields';
import type { Mapping } from './types';

interface NewWebhookFormProps {
  readonly onDone: (webhook: Schemas['NewWebhook']) => void;
  readonly onCancel: () => void;
}

interface Given extends MessageScope {
  readonly name: string;
  readonly url: string;
  readonly mapping: Mapping;
  readonly document: string;
}

/** Subscribes another system; a named partner is told what its interface asks for. */
export function NewWebhookForm({ onDone, onCancel }: NewWebhookFormProps) {
  const t = useTexts(webhooksTexts);
  const parts = useTexts(partTexts);
  const form = useRequestForm<Given, Schemas['NewWebhook']>({
    initial: { name: '', url: '', mapping: 'events', types: [], agencies: [], withCode: false, document: '' },
    labels: { ...t.labels, document: parts.document },
    send: ({ document, ...given }) =>
      dataOf(api.POST('/v1/webhooks', { body: { ...given, ...(document === '' ? {} : { document }) } })),
    touches: ['/v1/webhooks', '/v1/admin'],
    onDone,
  });
  return (
    <RequestFormFrame form={form} submit={t.add} onCancel={onCancel}>
      <TextInput {...form.line('name')} data-autofocus />
      <TextInput {...form.line('url')} type="url" placeholder="https://" />
      <Select
        data-field="mapping"
        label={t.labels.mapping}
        error={form.errors['mapping']}
        data={Object.entries(t.mappings).map(([value, label]) => ({ value: value as Mapping, label }))}
        value={form.values.mapping}
        onChange={(mapping) => {
          if (mapping !== null) form.change({ mapping });
        }}
        allowDeselect={false}
      />
      <ScopeFields values={form.values} errors={form.errors} change={form.change} />
      <TextInput {...form.line('document')} description={parts.documentHint} />
    </RequestFormFrame>
  );
}
