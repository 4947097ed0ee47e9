import { NumberInput, TextInput } from '@mantine/core';
import { api } from '../../shared/api/client';
import { dataOf } from '../../shared/api/problem';
import { useTexts } from '../../shared/i18n/catalogue';
import { DayField } from '../../shared/forms/DayField';
import { partTexts } from '../parts/messages';
import { RequestFormFrame } from '../../shared/forms/RequestFormFrame';
import { useRequestForm } from '../../shared/forms/useRequestForm';
import type { Entry, ListKind, TypedEntry } from './lists';
import { listsTexts } from './messages';

interface NewEntryFormProps {
  readonly kind: ListKind;
  /** After the last. */
  readonly position: number;
  readonly onDone: () => void;
  readonly onCancel: () => void;
}

interface Given extends TypedEntry {
  readonly code: string;
  readonly validFrom: string;
}

/** A new entry of a list, from a day on. */
export function NewEntryForm({ kind, position, onDone, onCancel }: NewEntryFormProps) {
  const t = useTexts(listsTexts);
  const parts = useTexts(partTexts);
  const form = useRequestForm<Given, Entry>({
    initial: {
      code: '',
      label: '',
      labelEn: '',
      basis: '',
      position,
      validFrom: '',
      document: '',
    },
    labels: { ...t.labels, document: parts.document },
    send: ({ validFrom, ...given }) =>
      dataOf(
        api.POST('/v1/catalogue/{kind}', {
          params: { path: { kind } },
          body: { ...given, position: Number(given.position), ...(validFrom === '' ? {} : { validFrom }) },
        })
      ),
    touches: ['/v1/catalogue', `/v1/${kind}`, '/v1/names', '/v1/admin'],
    told: t.added,
    onDone,
  });
  return (
    <RequestFormFrame form={form} submit={t.add} onCancel={onCancel}>
      <TextInput {...form.line('label')} data-autofocus />
      <TextInput {...form.line('labelEn')} />
      <TextInput {...form.line('code')} description={t.codeHint} />
      <TextInput {...form.line('basis')} />
      <NumberInput {...form.field('position')} hideControls />
      <DayField {...form.field('validFrom')} description={t.todayIfEmpty} />
      <TextInput {...form.line('document')} description={parts.documentHint} />
    </RequestFormFrame>
  );
}
