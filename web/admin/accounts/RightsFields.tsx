import { Select } from '@mantine/core';
import type { Role } from '../../shared/api/types';
import { useTexts } from '../../shared/i18n/catalogue';
import { sharedTexts } from '../../shared/messages';
import { AgencyField } from '../parts/agencies';
import type { RequestForm } from '../../shared/forms/useRequestForm';
import { accountsTexts } from './messages';

export interface Rights {
  readonly role: Role;
  readonly agency: string | null;
}

interface RightsFieldsProps {
  readonly form: Pick<RequestForm<Rights>, 'values' | 'errors' | 'change'>;
}

/** Role and agency; whether one fits the other is told by the service. */
export function RightsFields({ form: { values, errors, change } }: RightsFieldsProps) {
  const t = useTexts(accountsTexts);
  const shared = useTexts(sharedTexts);
  return (
    <>
      <Select
        data-field="role"
        label={t.labels.role}
        error={errors['role']}
        data={Object.entries(shared.roles).map(([value, label]) => ({ value: value as Role, label }))}
        value={values.role}
        onChange={(role) => {
          if (role !== null) change({ role });
        }}
        allowDeselect={false}
      />
      <AgencyField
        name="agency"
        label={t.labels.agency}
        error={errors['agency']}
        value={values.agency}
        onChange={(agency) => {
          change({ agency });
        }}
      />
    </>
  );
}
