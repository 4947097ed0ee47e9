import { TextInput } from '@mantine/core';
import { $api } from '../../shared/api/client';
import { ReferenceField, ReferencesField } from '../../shared/forms/ReferenceField';
import { type Option, useEntryOptions } from '../../shared/forms/useOptions';
import { useTexts } from '../../shared/i18n/catalogue';
import type { RequestForm } from '../../shared/forms/useRequestForm';
import { agenciesTexts } from './messages';
import type { TypedReform } from './reform';

/** The fields of a kind of decision; the agencies to choose from are those of its day. */
export function ReformFields({ form }: { readonly form: RequestForm<TypedReform> }) {
  const t = useTexts(agenciesTexts);
  const { values, errors, change } = form;
  const options = useAgenciesOn(values.effectiveOn);
  const fault = (name: string) => Object.entries(errors).find(([path]) => path.split('.')[0] === name)?.[1];
  const several = (name: 'from' | 'parts', label: string, error: string | undefined) => (
    <ReferencesField
      data-field={name === 'parts' ? 'to' : name}
      label={label}
      options={options}
      required={false}
      error={error}
      value={values[name]}
      onChange={(codes) => {
        change({ [name]: codes });
      }}
    />
  );
  const one = (label: string) => (
    <ReferenceField
      data-field="from"
      label={label}
      options={options}
      required={false}
      error={fault('from')}
      value={values.from[0] ?? null}
      onChange={(code) => {
        change({ from: code === null ? [] : [code] });
      }}
    />
  );
  const successor = (name: 'to' | 'takesOpenCases', label: string, among: readonly Option[]) => (
    <ReferenceField
      data-field={name}
      label={label}
      options={among}
      required={false}
      error={fault(name)}
      value={values[name]}
      onChange={(code) => {
        change({ [name]: code });
      }}
    />
  );
  switch (values.kind) {
    case 'rename':
      return (
        <>
          {one(t.fields.renamed)}
          <TextInput {...form.line('name')} />
          <TextInput {...form.line('nameEn')} />
        </>
      );
    case 'merge':
      return (
        <>
          {several('from', t.fields.merged, fault('from'))}
          {successor('to', t.fields.mergedInto, options)}
        </>
      );
    case 'split':
      return (
        <>
          {one(t.fields.split)}
          {several('parts', t.fields.splitInto, fault('to'))}
          {successor(
            'takesOpenCases',
            t.reformLabels.takesOpenCases,
            options.filter(({ value }) => values.parts.includes(value))
          )}
        </>
      );
    case 'dissolve':
      return (
        <>
          {one(t.fields.dissolved)}
          {successor('to', t.fields.dissolvedTo, options)}
        </>
      );
  }
}

function useAgenciesOn(day: string): Option[] {
  const optionsOf = useEntryOptions();
  const { data } = $api.useQuery('get', '/v1/agencies', { params: { query: day === '' ? {} : { on: day } } });
  return optionsOf(data?.items);
}
