import { Select, SimpleGrid, Textarea, TextInput } from '@mantine/core';
import { formTexts } from '../../shared/forms/messages';
import { useCategoryOptions } from '../../shared/forms/useOptions';
import { useTexts } from '../../shared/i18n/catalogue';
import { officerTexts } from '../messages';
import type { Written } from './received';

interface WrittenFieldsProps {
  readonly given: Written;
  /** The day on which it was received: whose categories there are to choose from. */
  readonly receivedOn: string;
  /** By the names that faults give. */
  readonly errors: Readonly<Record<string, string>>;
  readonly onChange: (part: Partial<Written>) => void;
}

/** What the fields are called, by the names that faults give. */
export function useWrittenLabels(): Readonly<Record<string, string>> {
  const t = useTexts(officerTexts);
  return {
    title: t.titleSent,
    content: t.content,
    category: t.columns.category,
    'submitter.name': t.name,
    'submitter.address': t.address,
    'submitter.phone': t.phone,
    'submitter.email': t.email,
  };
}

/** The fields of what somebody wrote and who they are. */
export function WrittenFields(props: WrittenFieldsProps) {
  return (
    <>
      <TextFields {...props} />
      <PersonFields {...props} />
    </>
  );
}

export function TextFields({ given, receivedOn, errors, onChange }: WrittenFieldsProps) {
  const t = useTexts(officerTexts);
  const forms = useTexts(formTexts);
  const categories = useCategoryOptions(receivedOn);
  const field = (name: 'title' | 'content', label: string) => ({
    name,
    label,
    error: errors[name],
    value: given[name],
    onChange: (event: { currentTarget: { value: string } }) => {
      onChange({ [name]: event.currentTarget.value });
    },
  });
  return (
    <>
      <Select
        data-field="category"
        label={t.columns.category}
        placeholder={forms.choose}
        data={categories}
        value={given.category}
        onChange={(category) => {
          onChange({ category });
        }}
        error={errors['category']}
        clearable
        clearButtonProps={{ 'aria-label': t.clearFilter(t.columns.category) }}
      />
      <TextInput required maxLength={300} {...field('title', t.titleSent)} />
      <Textarea required autosize minRows={6} maxRows={24} {...field('content', t.content)} />
    </>
  );
}

export function PersonFields({ given, errors, onChange }: Omit<WrittenFieldsProps, 'receivedOn'>) {
  const t = useTexts(officerTexts);
  return (
    <SimpleGrid cols={{ base: 1, sm: 2 }}>
      {(['name', 'address', 'phone', 'email'] as const).map((name) => (
        <TextInput
          key={name}
          name={`submitter.${name}`}
          label={t[name]}
          error={errors[`submitter.${name}`]}
          value={given[name]}
          onChange={(event) => {
            onChange({ [name]: event.currentTarget.value });
          }}
        />
      ))}
    </SimpleGrid>
  );
}
