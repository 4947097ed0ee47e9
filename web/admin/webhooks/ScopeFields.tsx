import { Checkbox, MultiSelect } from '@mantine/core';
import { filterFolded } from '../../shared/forms/foldAccents';
import { formTexts } from '../../shared/forms/messages';
import { useTexts } from '../../shared/i18n/catalogue';
import { AgenciesField } from '../parts/agencies';
import { webhooksTexts } from './messages';
import type { EventType } from './types';

export interface MessageScope {
  readonly types: EventType[];
  readonly agencies: string[];
  readonly withCode: boolean;
}

interface ScopeFieldsProps {
  readonly values: MessageScope;
  readonly errors: Readonly<Record<string, string>>;
  readonly change: (part: Partial<MessageScope>) => void;
}

/** Of which events and of whose cases a subscriber is told. */
export function ScopeFields({ values, errors, change }: ScopeFieldsProps) {
  const t = useTexts(webhooksTexts);
  const forms = useTexts(formTexts);
  return (
    <>
      <MultiSelect
        data-field="types"
        label={t.labels.types}
        description={t.allIfEmpty}
        error={errors['types']}
        data={Object.entries(t.types).map(([value, label]) => ({ value: value as EventType, label }))}
        value={values.types}
        onChange={(types) => {
          change({ types });
        }}
        filter={filterFolded}
        searchable
        placeholder={values.types.length === 0 ? forms.choose : ''}
        nothingFoundMessage={forms.nothingFound}
      />
      <AgenciesField
        name="agencies"
        label={t.labels.agencies}
        error={errors['agencies']}
        value={values.agencies}
        onChange={(agencies) => {
          change({ agencies });
        }}
      />
      <Checkbox
        label={t.labels.withCode}
        description={t.withCodeHint}
        checked={values.withCode}
        onChange={(event) => {
          change({ withCode: event.currentTarget.checked });
        }}
      />
    </>
  );
}
