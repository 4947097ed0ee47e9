import type { ReactNode } from 'react';
import { ReferenceField, ReferencesField } from '../../shared/forms/ReferenceField';
import { useAgencyOptions } from '../../shared/forms/useOptions';

interface FieldProps {
  readonly name: string;
  readonly label: ReactNode;
  readonly error?: string | undefined;
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
