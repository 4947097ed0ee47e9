import { Checkbox, Text, TextInput } from '@mantine/core';
import { api } from '../../shared/api/client';
import { dataOf } from '../../shared/api/problem';
import type { Schemas } from '../../shared/api/types';
import { useTexts } from '../../shared/i18n/catalogue';
import { partTexts } from '../parts/messages';
import { RequestFormFrame } from '../../shared/forms/RequestFormFrame';
import { useRequestForm } from '../../shared/forms/useRequestForm';
import { agenciesTexts } from './messages';

interface AgencyFormProps {
  readonly agency: Schemas['Agency'];
  readonly onDone: () => void;
  readonly onCancel: () => void;
}

/** Changes from today on what an agency is called, or whether its answers need approval; what was left alone stays as others have made it. */
export function AgencyForm({ agency: { id, name, nameEn, needsApproval }, onDone, onCancel }: AgencyFormProps) {
  const t = useTexts(agenciesTexts);
  const parts = useTexts(partTexts);
  const form = useRequestForm({
    initial: { name, nameEn, needsApproval, document: '' },
    labels: { ...t.labels, document: parts.document },
    send: ({ document }, changed) =>
      dataOf(api.PATCH('/v1/agencies/{agency}', { params: { path: { agency: id } }, body: { ...changed, document } })),
    touches: ['/v1/agencies', '/v1/names', '/v1/admin'],
    told: t.changed,
    onDone,
  });
  return (
    <RequestFormFrame form={form} submit={parts.save} onCancel={onCancel}>
      <Text size="sm" c="dimmed">
        {t.changeText}
      </Text>
      <TextInput {...form.line('name')} data-autofocus />
      <TextInput {...form.line('nameEn')} />
      <Checkbox
        label={t.needsApproval}
        checked={form.values.needsApproval}
        onChange={(event) => {
          form.change({ needsApproval: event.currentTarget.checked });
        }}
      />
      <TextInput {...form.line('document')} description={parts.documentHint} />
    </RequestFormFrame>
  );
}
