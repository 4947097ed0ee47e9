import { Fieldset, MultiSelect, NumberInput, SimpleGrid, Stack, TextInput } from '@mantine/core';
import { fileTypeName } from '../../shared/forms/attachmentLimits';
import { filterFolded } from '../../shared/forms/foldAccents';
import { useTexts } from '../../shared/i18n/catalogue';
import type { RequestForm } from '../../shared/forms/useRequestForm';
import { policiesTexts } from './messages';
import type { TypedLimits, TypedPolicy } from './typedPolicy';

interface LimitFieldsProps {
  readonly form: RequestForm<TypedPolicy>;
  readonly mediaTypes: readonly string[];
}

/** What may be attached under the new version. */
export function LimitFields({ form, mediaTypes }: LimitFieldsProps) {
  const t = useTexts(policiesTexts);
  const { attachments } = form.values;
  const change = (part: Partial<TypedLimits>) => {
    form.change({ attachments: { ...attachments, ...part } });
  };
  const part = (name: keyof typeof t.limits) => ({ name, label: t.limits[name], error: form.errors[name] });
  return (
    <Fieldset legend={t.attachments}>
      <Stack gap="sm">
        <SimpleGrid cols={{ base: 1, sm: 2 }} style={{ alignItems: 'end' }}>
          <NumberInput
            {...part('attachments.maxBytes')}
            suffix={t.megabytesSuffix}
            value={attachments.megabytes}
            onChange={(megabytes) => {
              change({ megabytes });
            }}
            hideControls
          />
          <NumberInput
            {...part('attachments.perCase')}
            value={attachments.perCase}
            onChange={(perCase) => {
              change({ perCase });
            }}
            hideControls
          />
        </SimpleGrid>
        <MultiSelect
          data-field="attachments.types"
          label={t.limits['attachments.types']}
          error={form.errors['attachments.types']}
          data={mediaTypes.map((type) => ({ value: type, label: fileTypeName(type) }))}
          value={[...attachments.types]}
          onChange={(types) => {
            change({ types });
          }}
          searchable
          filter={filterFolded}
        />
        <TextInput
          {...part('attachments.basis')}
          value={attachments.basis}
          onChange={(event) => {
            change({ basis: event.currentTarget.value });
          }}
        />
      </Stack>
    </Fieldset>
  );
}
