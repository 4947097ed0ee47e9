import type { Role } from '../../shared/api/types';
import { useTexts } from '../../shared/i18n/catalogue';
import { sharedTexts } from '../../shared/messages';
import { useAgencyOptions } from '../../shared/forms/useOptions';
import { FilterBar, FilterSelect } from '../parts/FilterBar';
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
  const shared = useTexts(sharedTexts);
  return (
    <FilterBar search={search} onClear={onClear}>
      <SearchBox
        label={t.search}
        hint={t.searchHint}
        value={search.q ?? ''}
        onChange={(q) => {
          onChange({ q: q === '' ? undefined : q });
        }}
      />
      <FilterSelect
        label={t.labels.role}
        options={(Object.keys(shared.roles) as Role[]).map((value) => ({ value, label: shared.roles[value] }))}
        value={search.role}
        onChange={(role) => {
          onChange({ role });
        }}
      />
      <FilterSelect
        label={t.labels.agency}
        options={useAgencyOptions()}
        value={search.agency}
        onChange={(agency) => {
          onChange({ agency });
        }}
      />
      <FilterSelect
        label={t.state}
        options={[
          { value: 'false', label: t.states.active },
          { value: 'true', label: t.states.disabled },
        ]}
        value={search.disabled}
        onChange={(disabled) => {
          onChange({ disabled });
        }}
      />
    </FilterBar>
  );
}
