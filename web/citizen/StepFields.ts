import type { FieldName, Typed } from './submission';

/** What a step of the submission shows and changes. */
export interface StepFields {
  readonly typed: Typed;
  readonly change: (changes: Partial<Typed>) => void;
  readonly errors: Readonly<Record<string, string>>;
  readonly labels: Readonly<Record<FieldName, string>>;
}

type TextField = Exclude<FieldName, 'category' | 'attachments'>;

/** The properties of the input of a field that holds a text. */
export const textInput = ({ typed, change, errors, labels }: StepFields, name: TextField) => ({
  name,
  label: labels[name],
  value: typed[name],
  error: errors[name],
  onChange: (event: { currentTarget: { value: string } }) => {
    change({ [name]: event.currentTarget.value });
  },
});
