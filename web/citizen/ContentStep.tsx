import { Radio, Stack, Textarea, TextInput } from '@mantine/core';
import { $api } from '../shared/api/client';
import { useTexts } from '../shared/i18n/catalogue';
import { useLanguage } from '../shared/i18n/language';
import { Loaded } from '../shared/states/Loaded';
import { citizenTexts } from './messages';
import { type StepFields, textInput } from './StepFields';

/** What it is about; its files stand beside the steps. */
export function ContentStep(fields: StepFields) {
  const t = useTexts(citizenTexts);
  const language = useLanguage();
  const categories = $api.useQuery('get', '/v1/categories');
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
              {items.map(({ code, label, labelEn }) => (
                <Radio key={code} value={code} label={language === 'vi' ? label : labelEn} />
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
