import { Radio, Stack, Textarea, TextInput } from '@mantine/core';
import { useCategories } from '../shared/case/agencies';
import { useTexts } from '../shared/i18n/catalogue';
import { useEntryName } from '../shared/i18n/entryName';
import { Loaded } from '../shared/states/Loaded';
import { citizenTexts } from './messages';
import { type StepFields, textInput } from './StepFields';

/** What it is about; its files stand beside the steps. */
export function ContentStep(fields: StepFields) {
  const t = useTexts(citizenTexts);
  const nameOf = useEntryName();
  const categories = useCategories();
  const { typed, change, errors, labels } = fields;
  return (
    <>
      <Loaded query={categories}>
        {({ items }) => (
          <Radio.Group
            name="category"
            label={labels.category}
            required
            value={typed.category}
            error={errors['category']}
            onChange={(category) => {
              change({ category });
            }}
          >
            <Stack gap="xs" mt={4}>
              {items.map((category) => (
                <Radio key={category.code} value={category.code} label={nameOf(category)} />
              ))}
            </Stack>
          </Radio.Group>
        )}
      </Loaded>
      <TextInput {...textInput(fields, 'title')} required description={t.titleHint} maxLength={300} />
      <Textarea
        {...textInput(fields, 'content')}
        required
        description={t.contentHint}
        autosize
        minRows={6}
        maxRows={20}
        maxLength={60_000}
      />
      <TextInput {...textInput(fields, 'dossierNumber')} autoComplete="off" maxLength={50} />
    </>
  );
}
