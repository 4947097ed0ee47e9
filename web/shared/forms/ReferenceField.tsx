import { MultiSelect, Select } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTexts } from '../i18n/catalogue';
import { filterFolded } from './foldAccents';
import { formTexts } from './messages';
import type { Option } from './useOptions';

interface ReferenceFieldProps {
  readonly label: ReactNode;
  /** The name under which faults tell of it. */
  readonly 'data-field'?: string;
  readonly options: readonly Option[];
  readonly error?: ReactNode;
  readonly required: boolean;
}

const LIMIT = 50;

/** One of a list, found by typing part of its name, with or without accents. */
export function ReferenceField({
  value,
  onChange,
  options,
  ...rest
}: ReferenceFieldProps & { value: string | null; onChange: (value: string | null) => void }) {
  const t = useTexts(formTexts);
  return (
    <Select
      {...rest}
      data={[...options]}
      value={value}
      onChange={onChange}
      searchable
      clearable={!rest.required}
      filter={filterFolded}
      limit={LIMIT}
      placeholder={t.choose}
      nothingFoundMessage={t.nothingFound}
    />
  );
}

/** Several of a list. */
export function ReferencesField({
  value,
  onChange,
  options,
  ...rest
}: ReferenceFieldProps & { value: string[]; onChange: (value: string[]) => void }) {
  const t = useTexts(formTexts);
  return (
    <MultiSelect
      {...rest}
      data={[...options]}
      value={value}
      onChange={onChange}
      searchable
      filter={filterFolded}
      limit={LIMIT}
      placeholder={value.length === 0 ? t.choose : ''}
      nothingFoundMessage={t.nothingFound}
    />
  );
}
