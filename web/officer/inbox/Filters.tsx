import { Button, Group, Select, Switch, TextInput } from '@mantine/core';
import { useDebouncedCallback } from '@mantine/hooks';
import { IconSearch } from '@tabler/icons-react';
import { type RefObject, useEffect } from 'react';
import type { Channel, Status } from '../../shared/api/types';
import { caseTexts } from '../../shared/case/messages';
import { filterFolded } from '../../shared/forms/foldAccents';
import { useAgencyOptions, useCategoryOptions } from '../../shared/forms/useOptions';
import { useTexts } from '../../shared/i18n/catalogue';
import { officerTexts } from '../messages';
import styles from './Filters.module.css';
import { isNarrowed, type ListSearch } from './listSearch';

interface FiltersProps {
  readonly search: ListSearch;
  readonly onChange: (change: Partial<ListSearch>) => void;
  readonly onClear: () => void;
  readonly searchBox: RefObject<HTMLInputElement | null>;
}

const TYPING_PAUSE_MILLIS = 300;

/** What narrows the list; each change goes into the address. */
export function Filters({ search, onChange, onClear, searchBox }: FiltersProps) {
  const t = useTexts(officerTexts);
  const texts = useTexts(caseTexts);
  const categories = useCategoryOptions();
  const agencies = useAgencyOptions();
  const select = (
    name: 'status' | 'channel' | 'category' | 'agency' | 'due',
    data: readonly { value: string; label: string }[]
  ) => (
    <Select
      size="sm"
      label={t.filters[name]}
      placeholder={t.any}
      data={[...data]}
      value={search[name] ?? null}
      onChange={(value) => {
        onChange({ [name]: value ?? undefined });
      }}
      clearable
      clearButtonProps={{ 'aria-label': t.clearFilter(t.filters[name]) }}
      searchable={data.length > 8}
      filter={filterFolded}
      className={styles.filter}
    />
  );
  return (
    <Group role="search" gap="sm" align="end" className="screen-only">
      <SearchBox q={search.q} onChange={onChange} box={searchBox} />
      {select(
        'due',
        ['late', 'todayOnly', 'today', 'week'].map((due) => ({ value: due, label: t.dueWords[due as 'late'] }))
      )}
      {select('status', entriesOf<Status>(texts.statuses))}
      {select('category', categories)}
      {select('agency', agencies)}
      {select('channel', entriesOf<Channel>(texts.channels))}
      <Switch
        label={t.endedToo}
        checked={search.ended === true}
        onChange={(event) => {
          onChange({ ended: event.currentTarget.checked || undefined });
        }}
        pb={8}
      />
      {isNarrowed(search) && (
        <Button variant="subtle" onClick={onClear}>
          {t.clearFilters}
        </Button>
      )}
    </Group>
  );
}

const entriesOf = <Key extends string>(labels: Record<Key, string>) =>
  Object.entries<string>(labels).map(([value, label]) => ({ value, label }));

function SearchBox({
  q,
  onChange,
  box,
}: {
  readonly q: string | undefined;
  readonly onChange: (change: Partial<ListSearch>) => void;
  readonly box: RefObject<HTMLInputElement | null>;
}) {
  const t = useTexts(officerTexts);
  const tell = useDebouncedCallback((typed: string) => {
    onChange({ q: typed.trim() === '' ? undefined : typed.trim() });
  }, TYPING_PAUSE_MILLIS);
  // Whoever is typing is ahead of the address.
  useEffect(() => {
    showUnlessTyping(box.current, q ?? '');
  }, [q, box]);
  return (
    <TextInput
      ref={box}
      size="sm"
      type="search"
      label={t.search}
      placeholder={t.searchHint}
      leftSection={<IconSearch size={16} aria-hidden />}
      maxLength={200}
      defaultValue={q ?? ''}
      onChange={(event) => {
        tell(event.currentTarget.value);
      }}
      onBlur={tell.flush}
      className={styles.search}
    />
  );
}

function showUnlessTyping(field: HTMLInputElement | null, text: string): void {
  if (field !== null && field !== document.activeElement) field.value = text;
}
