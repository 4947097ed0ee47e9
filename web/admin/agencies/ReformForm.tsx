import { Group, Radio, Text, TextInput } from '@mantine/core';

import { api } from '../../shared/api/client';
import { dataOf } from '../../shared/api/problem';
import type { Schemas } from '../../shared/api/types';
import { useTexts } from '../../shared/i18n/catalogue';
import { DayField } from '../../shared/forms/DayField';
import { partTexts } from '../parts/messages';
import { PreviewButton } from '../parts/PreviewButton';
import { RequestFormFrame } from '../../shared/forms/RequestFormFrame';
import { usePreview } from '../parts/usePreview';
import { useRequestForm } from '../../shared/forms/useRequestForm';
import { agenciesTexts } from './messages';
import { blankReform, bodyOf, reformKinds } from './reform';
import { ReformFields } from './ReformFields';
import { ReformPreview } from './ReformPreview';

interface ReformFormProps {
  readonly onDone: () => void;
  readonly onCancel: () => void;
}

/** Enters a decision that renames, merges, splits or dissolves agencies, after a look at what it would move. */
export function ReformForm({ onDone, onCancel }: ReformFormProps) {
  const t = useTexts(agenciesTexts);
  const parts = useTexts(partTexts);
  const form = useRequestForm({
    initial: blankReform,
    labels: { ...t.reformLabels, document: parts.document },
    send: (given) => dataOf(api.POST('/v1/agencies/changes', { body: bodyOf(given) })),
    touches: ['/v1/agencies', '/v1/names', '/v1/people', '/v1/admin'],
    told: t.entered,
    onDone,
  });
  const preview = usePreview(form, bodyOf(form.values), (body): Promise<Schemas['AgencyReformPreview']> =>
    dataOf(api.POST('/v1/agencies/changes/preview', { body }))
  );
  return (
    <RequestFormFrame form={form} submit={t.enter} onCancel={onCancel} aside={<PreviewButton preview={preview} />}>
      <Radio.Group
        label={t.kind}
        value={form.values.kind}
        onChange={(kind) => {
          form.change({ kind });
        }}
      >
        <Group mt={4}>
          {reformKinds.map((kind) => (
            <Radio key={kind} value={kind} label={t.kinds[kind]} />
          ))}
        </Group>
      </Radio.Group>
      <Text size="sm" c="dimmed">
        {t.kindTexts[form.values.kind]}
      </Text>
      <DayField {...form.field('effectiveOn')} />
      <ReformFields form={form} />
      <TextInput {...form.line('document')} description={parts.documentHint} />
      {preview.data && <ReformPreview preview={preview.data} />}
    </RequestFormFrame>
  );
}
