import { Radio, Stack, Textarea, TextInput } from '@mantine/core';
import type { Case, CaseAction } from '../api/types';
import { useTexts } from '../i18n/catalogue';
import { DayField } from './DayField';
import type { Field } from './fields';
import { FilesField } from './FilesField';
import { formTexts } from './messages';
import type { FormTexts } from './messages.vi';
import { ReferenceField, ReferencesField } from './ReferenceField';
import type { StoredFile } from './uploads';
import { useOptions } from './useOptions';
import type { Value } from './values';

interface ActionFieldProps {
  readonly action: CaseAction;
  readonly field: Field;
  /** A line of a list has no policy: its files are held against the one in force. */
  readonly ofCase: Pick<Case, 'code' | 'leadAgency' | 'receivedAt'> & Partial<Pick<Case, 'policy'>>;
  readonly value: Value;
  readonly onChange: (value: Value) => void;
  readonly error: string | undefined;
  readonly onBusy: (busy: boolean) => void;
}

/** One field of an act's form, of the kind that its schema asks for. */
export function ActionField({ action, field, ofCase, value, onChange, error, onBusy }: ActionFieldProps) {
  const t = useTexts(formTexts);
  const label = (t.fields[action] as Record<string, string>)[field.name];
  const common = { label, error, required: field.required, name: field.name };
  switch (field.kind) {
    case 'line':
    case 'text': {
      const Input = field.kind === 'line' ? TextInput : Textarea;
      return (
        <Input
          {...common}
          {...(field.kind === 'text' ? { autosize: true, minRows: 5, maxRows: 24 } : {})}
          maxLength={field.maxLength}
          value={value as string}
          onChange={(event) => {
            onChange(event.currentTarget.value);
          }}
        />
      );
    }
    case 'day':
      return (
        <DayField
          {...common}
          value={(value as string | null) ?? ''}
          onChange={(day) => {
            onChange(day === '' ? null : day);
          }}
        />
      );
    case 'files':
      return (
        <FilesField
          name={field.name}
          label={label}
          ofCase={ofCase.policy === undefined ? undefined : { code: ofCase.code, policy: ofCase.policy }}
          error={error}
          value={value as StoredFile[]}
          onChange={onChange}
          onBusy={onBusy}
        />
      );
    case 'yesNo':
      return <Choice {...common} value={value} onChange={onChange} options={{ yes: t.yes, no: t.no }} />;
    case 'choice':
      return <Choice {...common} value={value} onChange={onChange} options={choicesOf(t, field.name, field.options)} />;
    case 'reference':
    case 'references':
      return <Reference {...common} field={field} ofCase={ofCase} value={value} onChange={onChange} />;
    case 'given':
      return null;
  }
}

const choicesOf = (t: FormTexts, name: string, options: readonly string[]): Record<string, string> => {
  const labels = (t.choices as unknown as Record<string, Record<string, string>>)[name] ?? {};
  return Object.fromEntries(options.map((option) => [option, labels[option] ?? option]));
};

interface Common {
  readonly label: string | undefined;
  readonly error: string | undefined;
  readonly required: boolean;
  readonly name: string;
  readonly value: Value;
  readonly onChange: (value: Value) => void;
}

function Choice({ options, value, ...rest }: Common & { options: Record<string, string> }) {
  return (
    <Radio.Group {...rest} value={value as string | null}>
      <Stack gap="xs" mt={4}>
        {Object.entries(options).map(([option, label]) => (
          <Radio key={option} value={option} label={label} />
        ))}
      </Stack>
    </Radio.Group>
  );
}

type ReferenceKind = Extract<Field, { kind: 'reference' | 'references' }>;

function Reference({
  field,
  ofCase,
  value,
  name,
  ...rest
}: Common & { field: ReferenceKind; ofCase: Pick<Case, 'leadAgency' | 'receivedAt'> }) {
  const options = useOptions(field.to, ofCase);
  const common = { ...rest, 'data-field': name, options };
  return field.kind === 'reference' ? (
    <ReferenceField {...common} value={value as string | null} />
  ) : (
    <ReferencesField {...common} value={value as string[]} />
  );
}
