import { Checkbox, TextInput } from '@mantine/core';
import { api } from '../../shared/api/client';
import { dataOf } from '../../shared/api/problem';
import { useTexts } from '../../shared/i18n/catalogue';
import { DayField } from '../../shared/forms/DayField';
import { partTexts } from '../parts/messages';
import { RequestFormFrame } from '../../shared/forms/RequestFormFrame';
import { useRequestForm } from '../../shared/forms/useRequestForm';
import { agenciesTexts } from './messages';

interface FormProps {
  readonly onDone: () => void;
  readonly onCancel: () => void;
}

/** Founds an agency, from a day on. */
export function NewAgencyForm({ onDone, onCancel }: FormProps) {
  const t = useTexts(agenciesTexts);
  const parts = useTexts(partTexts);
  const form = useRequestForm({
    initial: { id: '', name: '', nameEn: '', needsApproval: true, validFrom: '', document: '' },
    labels: { ...t.labels, document: parts.document },
    send: ({ validFrom, ...given }) =>
      dataOf(api.POST('/v1/agencies', { body: { ...given, ...(validFrom === '' ? {} : { validFrom }) } })),
    touches: ['/v1/agencies', '/v1/names', '/v1/admin'],
    told: t.founded,
    onDone,
  });
  return (
    <RequestFormFrame form={form} submit={t.found} onCancel={onCancel}>
      <TextInput {...form.line('name')} data-autofocus />
      <TextInput {...form.line('nameEn')} />
      <TextInput {...form.line('id')} description={t.idHint} />
      <Checkbox
        label={t.needsApproval}
        checked={form.values.needsApproval}
        onChange={(event) => {
          form.change({ needsApproval: event.currentTarget.checked });
        }}
      />
      <DayField {...form.field('validFrom')} description={t.todayIfEmpty} />
      <TextInput {...form.line('document')} description={parts.documentHint} />
    </RequestFormFrame>
  );
}
