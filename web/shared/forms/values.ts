import type { Field } from './fields';
import type { StoredFile } from './uploads';

export type Value = string | string[] | StoredFile[] | Given | null;
export type Values = Record<string, Value>;

/** What a part of a form gives of things that have several parts themselves. */
type Given = readonly Readonly<Record<string, string | number>>[];

/** What a form shows before anybody typed. */
export const blankValues = (fields: readonly Field[]): Values =>
  Object.fromEntries(fields.map((field) => [field.name, blankOf(field)]));

function blankOf(field: Field): Value {
  if (field.kind === 'references' || field.kind === 'files' || field.kind === 'given') return [];
  if (field.kind === 'choice' || field.kind === 'yesNo') return field.preset ?? null;
  return field.kind === 'line' || field.kind === 'text' ? '' : null;
}

/** What is sent: parts that were left empty are left out. */
export const bodyOf = (fields: readonly Field[], values: Values): Record<string, unknown> =>
  Object.fromEntries(
    fields
      .filter((field) => !isEmpty(values[field.name]))
      .map((field) => {
        const value = values[field.name];
        if (field.kind === 'files') return [field.name, (value as StoredFile[]).map(({ id }) => id)];
        return [field.name, field.kind === 'yesNo' ? value === 'yes' : value];
      })
  );

/** The names of fields that must be filled and are not. */
export const missing = (fields: readonly Field[], values: Values): string[] =>
  fields.filter((field) => field.required && isEmpty(values[field.name])).map(({ name }) => name);

const isEmpty = (value: Value | undefined): boolean =>
  value === undefined || value === null || value.length === 0 || (typeof value === 'string' && value.trim() === '');
