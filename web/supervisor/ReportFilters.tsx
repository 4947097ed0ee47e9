import { Button, Group, NativeSelect, TextInput } from '@mantine/core';
import { useNavigate } from '@tanstack/react-router';
import type { SubmitEvent } from 'react';
import type { Schemas } from '../shared/api/types';
import { useTexts } from '../shared/i18n/catalogue';
import { OFFSET } from './days';
import { type Filters, readFilters } from './filters';
import { supervisorTexts } from './messages';

interface ReportFiltersProps {
  readonly search: Filters;
  /** What is shown; its period stands in the fields where the address names none. */
  readonly shown: Schemas['Report'] | undefined;
}

/** Period, grouping and as-of moment of a report; all of it stands in the address. */
export function ReportFilters({ search, shown }: ReportFiltersProps) {
  const t = useTexts(supervisorTexts);
  const navigate = useNavigate();
  const show = (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault();
    const given = readFilters(Object.fromEntries(new FormData(event.currentTarget)));
    const { asOf, ...rest } = given;
    void navigate({ to: '/reports', search: asOf === undefined ? rest : { ...rest, asOf: asOf + OFFSET } });
  };
  return (
    <form onSubmit={show} className="screen-only" key={shown?.from}>
      <Group align="flex-end" gap="sm">
        <NativeSelect
          name="by"
          label={t.by}
          defaultValue={search['by'] ?? 'agency'}
          data={Object.entries(t.groupings).map(([value, label]) => ({ value, label }))}
        />
        <TextInput type="date" name="from" label={t.from} defaultValue={search['from'] ?? shown?.from} />
        <TextInput type="date" name="through" label={t.through} defaultValue={search['through'] ?? shown?.through} />
        <TextInput
          type="datetime-local"
          name="asOf"
          label={t.asOfMoment}
          defaultValue={search['asOf']?.replace(OFFSET, '')}
        />
        <Button type="submit">{t.show}</Button>
      </Group>
    </form>
  );
}
