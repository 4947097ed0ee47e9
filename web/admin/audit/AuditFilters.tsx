import { Button, Group, Select } from '@mantine/core';
import { $api } from '../../shared/api/client';
import { useTexts } from '../../shared/i18n/catalogue';
import { DayField } from '../../shared/forms/DayField';
import { partTexts } from '../parts/messages';
import type { AuditSearch } from './auditSearch';
import { auditTexts } from './messages';

interface AuditFiltersProps {
  readonly search: AuditSearch;
  readonly onChange: (change: AuditSearch) => void;
  readonly onClear: () => void;
}

/** What narrows the record; each change goes into the address. */
export function AuditFilters({ search, onChange, onClear }: AuditFiltersProps) {
  const t = useTexts(auditTexts);
  const parts = useTexts(partTexts);
  const people = $api.useQuery('get', '/v1/people', {}).data?.items ?? [];
  const select = (name: 'by' | 'kind', label: string, data: { value: string; label: string }[]) => (
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
      searchable
      limit={50}
      flex="1 1 12rem"
    />
  );
  const day = (name: 'from' | 'through', label: string) => (
    <DayField
      name={name}
      label={label}
      error={undefined}
      value={search[name] ?? ''}
      onChange={(value) => {
        onChange({ [name]: value === '' ? undefined : value });
      }}
    />
  );
  return (
    <Group role="search" align="end" gap="sm">
      {select(
        'by',
        t.by,
        people.map(({ id, name }) => ({ value: id, label: name }))
      )}
      {select(
        'kind',
        t.kind,
        Object.entries(t.kinds).map(([value, label]) => ({ value, label }))
      )}
      {day('from', t.from)}
      {day('through', t.through)}
      {Object.keys(search).length > 0 && (
        <Button variant="subtle" onClick={onClear}>
          {parts.clearFilters}
        </Button>
      )}
    </Group>
  );
}
