import { Button, Group, NativeSelect } from '@mantine/core';
import { useNavigate } from '@tanstack/react-router';
import { type SubmitEvent, useState } from 'react';
import type { Schemas } from '../shared/api/types';
import { DayField } from '../shared/forms/DayField';
import { MomentField } from '../shared/forms/MomentField';
import { useTexts } from '../shared/i18n/catalogue';
import { OFFSET } from '../shared/days';
import { textsOfSearch } from '../shared/readSearch';
import type { Filters } from './filters';
import { supervisorTexts } from './messages';

interface ReportFiltersProps {
  readonly search: Filters;
  /** What is shown; its period stands in the fields where the address names none. */
  readonly shown: Schemas['Report'] | undefined;
}

interface Given {
  readonly by: string;
  readonly from: string;
  readonly through: string;
  readonly asOf: string;
}

/** Period, grouping and as-of moment of a report; all of it stands in the address. */
export function ReportFilters({ search, shown }: ReportFiltersProps) {
  const t = useTexts(supervisorTexts);
  const navigate = useNavigate();
  const [changed, setChanged] = useState<Partial<Given>>({});
  const given: Given = {
    by: search['by'] ?? 'agency',
    from: search['from'] ?? shown?.from ?? '',
    through: search['through'] ?? shown?.through ?? '',
    asOf: search['asOf']?.replace(OFFSET, '') ?? '',
    ...changed,
  };
  const change = (part: Partial<Given>) => {
    setChanged({ ...changed, ...part });
  };
  const show = (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault();
    const asOf = given.asOf === '' ? '' : given.asOf + OFFSET;
    void navigate({ to: '/reports', search: textsOfSearch({ ...given, asOf }) });
  };
  const field = (name: 'from' | 'through', label: string) => (
    <DayField
      name={name}
      label={label}
      value={given[name]}
      onChange={(day) => {
        change({ [name]: day });
      }}
    />
  );
  return (
    <form onSubmit={show} className="screen-only">
      <Group align="flex-end" gap="sm">
        <NativeSelect
          label={t.by}
          value={given.by}
          onChange={(event) => {
            change({ by: event.currentTarget.value });
          }}
          data={Object.entries(t.groupings).map(([value, label]) => ({ value, label }))}
        />
        {field('from', t.from)}
        {field('through', t.through)}
        <MomentField
          name="asOf"
          label={t.asOfMoment}
          value={given.asOf}
          onChange={(asOf) => {
            change({ asOf });
          }}
        />
        <Button type="submit">{t.show}</Button>
      </Group>
    </form>
  );
}
