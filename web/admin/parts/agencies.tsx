import type { ReactNode } from 'react';
import { useAgencies } from '../../shared/case/agencies';
import { ReferenceField, ReferencesField } from '../../shared/forms/ReferenceField';
import type { Option } from '../../shared/forms/useOptions';
import { useLanguage } from '../../shared/i18n/language';

interface FieldProps {
  readonly name: string;
  readonly label: ReactNode;
  readonly error?: string | undefined;
}

/** The agencies of today to choose from. */
export function useAgencyOptions(): Option[] {
  const language = useLanguage();
  return (useAgencies().data?.items ?? []).map(({ id, name, nameEn }) => ({
    value: id,
    label: language === 'vi' ? name : nameEn,
  }));
}

/** An agency of today, or none. */
export function AgencyField({
  name,
  ...rest
}: FieldProps & { readonly value: string | null; readonly onChange: (agency: string | null) => void }) {
  return <ReferenceField {...rest} data-field={name} options={useAgencyOptions()} required={false} />;
}

/** Agencies of today. */
export function AgenciesField({
  name,
  ...rest
}: FieldProps & { readonly value: string[]; readonly onChange: (agencies: string[]) => void }) {
  return <ReferencesField {...rest} data-field={name} options={useAgencyOptions()} required={false} />;
}
