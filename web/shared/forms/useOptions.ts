import { $api } from '../api/client';
import type { Case } from '../api/types';
import { localDayOf } from '../i18n/format';
import { type Language, useLanguage } from '../i18n/language';
import type { Referent } from './fields';

export interface Option {
  readonly value: string;
  readonly label: string;
}

const HOUR = 3_600_000;

interface Entry {
  readonly code: string;
  readonly label: string;
  readonly labelEn: string;
}

const optionsOf = (entries: readonly Entry[] | undefined, language: Language): Option[] =>
  (entries ?? []).map(({ code, label, labelEn }) => ({ value: code, label: language === 'vi' ? label : labelEn }));

/** The categories that there are to choose from for what was received on a day. */
export function useCategoryOptions(on: string, enabled = true): Option[] {
  const language = useLanguage();
  const params = { query: { on } };
  const { data } = $api.useQuery('get', '/v1/categories', { params }, { staleTime: HOUR, enabled });
  return optionsOf(data?.items, language);
}

/** What there is to choose from for a part of an act on a case. */
export function useOptions(
  to: Exclude<Referent, 'attachment'>,
  ofCase: Pick<Case, 'leadAgency' | 'receivedAt'>
): Option[] {
  const language = useLanguage();
  const when = (wanted: Referent) => ({ staleTime: HOUR, enabled: to === wanted });
  const agencies = $api.useQuery('get', '/v1/agencies', {}, when('agency'));
  const people = $api.useQuery('get', '/v1/people', {}, when('person'));
  // A case keeps to the categories that there were when it was received.
  const categories = useCategoryOptions(localDayOf(new Date(ofCase.receivedAt)), to === 'category');
  const reasons = $api.useQuery('get', '/v1/rejection-reasons', {}, when('rejectionReason'));
  const forms = $api.useQuery('get', '/v1/publication-forms', {}, when('publicationForm'));
  switch (to) {
    case 'agency':
      return (agencies.data?.items ?? []).map(({ id, name, nameEn }) => ({
        value: id,
        label: language === 'vi' ? name : nameEn,
      }));
    case 'person':
      return (people.data?.items ?? [])
        .filter(({ agency }) => agency === ofCase.leadAgency)
        .map(({ id, name }) => ({ value: id, label: name }));
    case 'category':
      return categories;
    case 'rejectionReason':
      return optionsOf(reasons.data?.items, language);
    case 'publicationForm':
      return optionsOf(forms.data?.items, language);
  }
}
