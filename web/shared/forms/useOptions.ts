import { $api } from '../api/client';
import type { Case } from '../api/types';
import { useAgencies, useCategories } from '../case/agencies';
import { usePeople } from '../case/people';
import { type Entry, useEntryName } from '../i18n/entryName';
import { localDayOf } from '../i18n/format';
import type { Referent } from './fields';

export interface Option {
  readonly value: string;
  readonly label: string;
}

const HOUR = 3_600_000;

/** What there is to choose from, of agencies or the entries of a list; nothing while they are not known yet. */
export function useEntryOptions(): (
  entries: readonly (Entry & ({ id: string } | { code: string }))[] | undefined
) => Option[] {
  const nameOf = useEntryName();
  return (entries = []) =>
    entries.map((entry) => ({ value: 'code' in entry ? entry.code : entry.id, label: nameOf(entry) }));
}

/** The agencies of today. */
export function useAgencyOptions(enabled = true): Option[] {
  const optionsOf = useEntryOptions();
  return optionsOf(useAgencies(enabled).data?.items);
}

/** The categories that there are to choose from for what was received on a day; today, unless one is named. */
export function useCategoryOptions(on?: string, enabled = true): Option[] {
  const optionsOf = useEntryOptions();
  return optionsOf(useCategories(on, enabled).data?.items);
}

/** What there is to choose from for a part of an act on a case. */
export function useOptions(
  to: Exclude<Referent, 'attachment'>,
  ofCase: Pick<Case, 'leadAgency' | 'receivedAt'>
): Option[] {
  const optionsOf = useEntryOptions();
  const when = (wanted: Referent) => ({ staleTime: HOUR, enabled: to === wanted });
  const agencies = useAgencyOptions(to === 'agency');
  const people = usePeople(to === 'person');
  // A case keeps to the categories that there were when it was received.
  const categories = useCategoryOptions(localDayOf(new Date(ofCase.receivedAt)), to === 'category');
  const reasons = $api.useQuery('get', '/v1/rejection-reasons', {}, when('rejectionReason'));
  const forms = $api.useQuery('get', '/v1/publication-forms', {}, when('publicationForm'));
  switch (to) {
    case 'agency':
      return agencies;
    case 'person':
      return (people.data?.items ?? [])
        .filter(({ agency }) => agency === ofCase.leadAgency)
        .map(({ id, name }) => ({ value: id, label: name }));
    case 'category':
      return categories;
    case 'rejectionReason':
      return optionsOf(reasons.data?.items);
    case 'publicationForm':
      return optionsOf(forms.data?.items);
  }
}
