import { usePeople } from '../../shared/case/people';
import { useTexts } from '../../shared/i18n/catalogue';
import { DayField } from '../../shared/forms/DayField';
import { FilterBar, FilterSelect } from '../parts/FilterBar';
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
  const people = usePeople().data?.items ?? [];
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
    <FilterBar search={search} onClear={onClear}>
      <FilterSelect
        label={t.by}
        options={people.map(({ id, name }) => ({ value: id, label: name }))}
        value={search.by}
        onChange={(by) => {
          onChange({ by });
        }}
      />
      <FilterSelect
        label={t.kind}
        options={Object.entries(t.kinds).map(([value, label]) => ({ value, label }))}
        value={search.kind}
        onChange={(kind) => {
          onChange({ kind });
        }}
      />
      {day('from', t.from)}
      {day('through', t.through)}
    </FilterBar>
  );
}
