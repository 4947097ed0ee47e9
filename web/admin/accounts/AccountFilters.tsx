import { Button, Group, Select } from '@mantine/core';
import { useTexts } from '../../shared/i18n/catalogue';
import { sharedTexts } from '../../shared/messages';
import { useAgencyOptions } from '../parts/agencies';
import { partTexts } from '../parts/messages';
import { SearchBox } from '../parts/SearchBox';
import type { AccountSearch } from './accountSearch';
import { accountsTexts } from './messages';

interface AccountFiltersProps {
  readonly search: AccountSearch;
  readonly onChange: (change: AccountSearch) => void;
  readonly onClear: () => void;
}

/** What narrows the list of accounts; each change goes into the address. */
export function AccountFilters({ search, onChange, onClear }: AccountFiltersProps) {
  const t = useTexts(accountsTexts);
  const parts = useTexts(partTexts);
  const shared = useTexts(sharedTexts);
  const agencies = useAgencyOptions();
  const select = (name: 'role' | 'agency' | 'disabled', label: string, data: { value: string; label: string }[]) => (
    <Select
      label={label}
      placeholder={parts.any}
      data={data}
      value={search[name] ?? null}
      onChange={(value) => {
        onChange({ [name]: value ?? undefined });
      }}
      clearable
      clearButtonProps={{ 'aria-label': parts.clear(label) }}
      searchable={data.length > 8}
      flex="1 1 11rem"
    />
  );
  return (
    <Group role="search" align="end" gap="sm">
      <SearchBox
        label={t.search}
        hint={t.searchHint}
        value={search.q ?? ''}
        onChange={(q) => {
          onChange({ q: q === '' ? undefined : q });
        }}
      />
      {select(
        'role',
        t.labels.role,
        Object.entries(shared.roles).map(([value, label]) => ({ value, label }))
      )}
      {select('agency', t.labels.agency, agencies)}
      {select('disabled', t.state, [
        { value: 'false', label: t.states.active },
        { value: 'true', label: t.states.disabled },
      ])}
      {Object.keys(search).length > 0 && (
        <Button variant="subtle" onClick={onClear}>
          {parts.clearFilters}
        </Button>
      )}
    </Group>
  );
}
