import { Button, Group, Select } from '@mantine/core';
import type { ReactNode } from 'react';
import { filterFolded } from '../../shared/forms/foldAccents';
import { useTexts } from '../../shared/i18n/catalogue';
import { partTexts } from './messages';

interface FilterBarProps {
  readonly search: object;
  readonly onClear: () => void;
  readonly children: ReactNode;
}

/** What narrows a list, in a row, and how to take all of it back. */
export function FilterBar({ search, onClear, children }: FilterBarProps) {
  const t = useTexts(partTexts);
  return (
    <Group role="search" align="end" gap="sm">
      {children}
      {Object.keys(search).length > 0 && (
        <Button variant="subtle" onClick={onClear}>
          {t.clearFilters}
        </Button>
      )}
    </Group>
  );
}

interface FilterSelectProps<Value extends string> {
  readonly label: string;
  readonly options: readonly { readonly value: Value; readonly label: string }[];
  readonly value: Value | undefined;
  readonly onChange: (value: Value | undefined) => void;
}

/** As many as anybody looks through without searching. */
const FEW = 8;
const MOST_SHOWN = 50;

/** One of several values to which a list is narrowed, or any. */
export function FilterSelect<Value extends string>({ label, options, value, onChange }: FilterSelectProps<Value>) {
  const t = useTexts(partTexts);
  return (
    <Select
      label={label}
      placeholder={t.any}
      data={options}
      value={value ?? null}
      onChange={(chosen) => {
        onChange(chosen ?? undefined);
      }}
      clearable
      clearButtonProps={{ 'aria-label': t.clear(label) }}
      searchable={options.length > FEW}
      filter={filterFolded}
      limit={MOST_SHOWN}
      flex="1 1 11rem"
    />
  );
}
