import { Group, NumberInput, SimpleGrid, TextInput } from '@mantine/core';
import { useState } from 'react';

import { api } from '../../shared/api/client';
import { dataOf } from '../../shared/api/problem';
import type { Schemas, TermName } from '../../shared/api/types';
import { caseTexts } from '../../shared/case/messages';
import { useTexts } from '../../shared/i18n/catalogue';
import { DayField } from '../../shared/forms/DayField';
import { partTexts } from '../parts/messages';
import { PreviewButton } from '../parts/PreviewButton';
import { RequestFormFrame } from '../../shared/forms/RequestFormFrame';
import { usePreview } from '../parts/usePreview';
import { type RequestForm, useRequestForm } from '../../shared/forms/useRequestForm';
import { useBases } from './bases';
import { policiesTexts } from './messages';
import { PolicyPreview } from './PolicyPreview';
import { LimitFields } from './LimitFields';
import { bodyOf, type Policy, typedFrom, type TypedPolicy } from './typedPolicy';

interface PolicyFormProps {
  /** The version from which the new one begins. */
  readonly before: Policy;
  /** Media types that may be allowed. */
  readonly mediaTypes: readonly string[];
  readonly onDone: () => void;
  readonly onCancel: () => void;
}

/** A new version of the terms, for cases received on its day or later. */
export function PolicyForm({ before, mediaTypes, onDone, onCancel }: PolicyFormProps) {
  const t = useTexts(policiesTexts);
  const parts = useTexts(partTexts);
  const texts = useTexts(caseTexts);
  const names = Object.keys(texts.terms) as TermName[];
  const termLabels = names.flatMap((name) => [
    [`terms.${name}.workingDays`, texts.terms[name]],
    [`terms.${name}.basis`, t.basisOf(texts.terms[name])],
  ]);
  const [begun] = useState(before);
  const bodyWith = (given: TypedPolicy) => ({ ...bodyOf(given), follows: begun.version });
  const form = useRequestForm({
    initial: typedFrom(begun, useBases()),
    labels: {
      ...t.labels,
      ...t.limits,
      document: parts.document,
      ...(Object.fromEntries(termLabels) as Record<string, string>),
    },
    send: (given) => dataOf(api.POST('/v1/policies', { body: bodyWith(given) })),
    touches: ['/v1/policies', '/v1/admin'],
    told: t.added,
    onDone,
  });
  const preview = usePreview(form, bodyWith(form.values), (body): Promise<Schemas['PolicyPreview']> =>
    dataOf(api.POST('/v1/policies/preview', { body }))
  );
  const number = (name: 'infoReminder' | 'freeForwardings') => (
    <NumberInput
      name={name}
      label={t.labels[name]}
      error={form.errors[name]}
      value={form.values[name]}
      onChange={(value) => {
        form.change({ [name]: value });
      }}
      hideControls
    />
  );
  return (
    <RequestFormFrame form={form} submit={t.add} onCancel={onCancel} aside={<PreviewButton preview={preview} />}>
      <SimpleGrid cols={{ base: 1, sm: 2 }}>
        <DayField {...form.field('effectiveFrom')} />
        <TextInput {...form.line('document')} />
      </SimpleGrid>
      {names.map((name) => (
        <TermFields key={name} name={name} form={form} />
      ))}
      <SimpleGrid cols={{ base: 1, sm: 3 }} style={{ alignItems: 'end' }}>
        <TextInput {...form.line('dueSoon')} error={form.errors['dueSoon'] ?? form.errors['dueSoon.0']} />
        {number('infoReminder')}
        {number('freeForwardings')}
      </SimpleGrid>
      <LimitFields form={form} mediaTypes={mediaTypes} />
      {preview.data && <PolicyPreview preview={preview.data} />}
    </RequestFormFrame>
  );
}

function TermFields({ name, form }: { readonly name: TermName; readonly form: RequestForm<TypedPolicy> }) {
  const t = useTexts(policiesTexts);
  const texts = useTexts(caseTexts);
  const { terms } = form.values;
  const change = (part: object) => {
    form.change({ terms: { ...terms, [name]: { ...terms[name], ...part } } });
  };
  return (
    <Group align="end" gap="sm" role="group" aria-label={texts.terms[name]}>
      <NumberInput
        name={`terms.${name}.workingDays`}
        label={texts.terms[name]}
        suffix={t.daysSuffix}
        error={form.errors[`terms.${name}.workingDays`]}
        value={terms[name].workingDays}
        onChange={(workingDays) => {
          change({ workingDays });
        }}
        hideControls
        flex="1 1 11rem"
      />
      <TextInput
        name={`terms.${name}.basis`}
        label={t.basis}
        error={form.errors[`terms.${name}.basis`]}
        value={terms[name].basis}
        onChange={(event) => {
          change({ basis: event.currentTarget.value });
        }}
        flex="2 1 14rem"
      />
    </Group>
  );
}
