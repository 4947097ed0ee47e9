import { Text, TextInput } from '@mantine/core';
import { useTexts } from '../shared/i18n/catalogue';
import { citizenTexts } from './messages';
import { type StepFields, textInput } from './StepFields';

/** Who sends it, and how they can be reached (R4). */
export function PersonStep(fields: StepFields) {
  const t = useTexts(citizenTexts);
  return (
    <>
      <Text c="dimmed">{t.privacy}</Text>
      <TextInput {...textInput(fields, 'submitter.name')} required autoComplete="name" />
      <TextInput {...textInput(fields, 'submitter.address')} required autoComplete="street-address" />
      <TextInput
        {...textInput(fields, 'submitter.phone')}
        required
        type="tel"
        autoComplete="tel"
        description={t.phoneHint}
      />
      <TextInput {...textInput(fields, 'submitter.email')} required type="email" autoComplete="email" />
    </>
  );
}
