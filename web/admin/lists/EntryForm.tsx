import { NumberInput, TextInput } from '@mantine/core';
import { api } from '../../shared/api/client';
import { dataOf } from '../../shared/api/problem';
import { useTexts } from '../../shared/i18n/catalogue';
import { DayField } from '../../shared/forms/DayField';
import { partTexts } from '../parts/messages';
import { RequestFormFrame } from '../../shared/forms/RequestFormFrame';
import { useRequestForm } from '../../shared/forms/useRequestForm';
import { useToday } from '../../shared/useToday';
import { type Entry, type ListKind, periodOf, type TypedEntry } from './lists';
import { listsTexts } from './messages';

interface EntryFormProps {
  readonly kind: ListKind;
  readonly entry: Entry;
  readonly onDone: () => void;
  readonly onCancel: () => void;
}

interface Given extends TypedEntry {
  readonly effectiveFrom: string;
  readonly validThrough: string;
}

/** Changes or ends an entry from a day on; what it was before stays on record, and what was left alone as others have made it. */
export function EntryForm({ kind, entry, onDone, onCancel }: EntryFormProps) {
  const t = useTexts(listsTexts);
  const parts = useTexts(partTexts);
  const period = periodOf(entry, useToday());
  const initial: Given = {
    label: period?.label ?? '',
    labelEn: period?.labelEn ?? '',
    basis: period?.basis ?? '',
    position: period?.position ?? 1,
    validThrough: period?.through ?? '',
    effectiveFrom: '',
    document: '',
  };
  const form = useRequestForm<Given, Entry>({
    initial,
    labels: { ...t.labels, document: parts.document },
    send: ({ document }, { position, validThrough, ...changed }) =>
      dataOf(
        api.PATCH('/v1/catalogue/{kind}/{code}', {
          params: { path: { kind, code: entry.code } },
          body: {
            ...changed,
            ...(position !== undefined && { position: Number(position) }),
            ...(validThrough !== undefined && { validThrough: validThrough === '' ? null : validThrough }),
            document,
          },
        })
      ),
    touches: ['/v1/catalogue', `/v1/${kind}`, '/v1/names', '/v1/admin'],
    told: t.changed,
    onDone,
  });
  return (
    <RequestFormFrame form={form} submit={parts.save} onCancel={onCancel}>
      <TextInput {...form.line('label')} data-autofocus />
      <TextInput {...form.line('labelEn')} />
      <TextInput {...form.line('basis')} />
      <NumberInput {...form.field('position')} hideControls />
      <DayField {...form.field('effectiveFrom')} description={t.todayIfEmpty} />
      <DayField {...form.field('validThrough')} description={t.validThroughHint} />
      <TextInput {...form.line('document')} description={parts.documentHint} />
    </RequestFormFrame>
  );
}
