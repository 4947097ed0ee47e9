import { $api } from '../api/client';
import { useEntryName } from '../i18n/entryName';

const HOUR = 3_600_000;

/** The agencies of today. */
export const useAgencies = (enabled = true) => $api.useQuery('get', '/v1/agencies', {}, { staleTime: HOUR, enabled });

/** The categories that there are to choose from for what was received on a day; today, unless one is named. */
export const useCategories = (on?: string, enabled = true) =>
  $api.useQuery('get', '/v1/categories', { params: { query: { on } } }, { staleTime: HOUR, enabled });

/** What agencies and categories are called, also those that have ended. */
const useNames = () => $api.useQuery('get', '/v1/names', {}, { staleTime: HOUR });

/** What agencies were called at another time, by their ids. */
type Names = Readonly<Record<string, { readonly name: string; readonly nameEn: string }>>;

/** Names an agency in the language of the pages, as it was called `then`, else as it is today or was at last; by its id while that is not known yet. */
export function useAgencyName(): (id: string, then?: Names) => string {
  const nameOf = useEntryName();
  const { data } = useNames();
  return (id, then) => {
    const agency = then?.[id] ?? data?.agencies[id];
    return agency === undefined ? id : nameOf(agency);
  };
}

/** Names a category of cases in the language of the pages, as it is called today or was at last. */
export function useCategoryName(): (code: string) => string {
  const nameOf = useEntryName();
  const { data } = useNames();
  return (code) => {
    const entry = data?.categories[code];
    return entry === undefined ? code : nameOf(entry);
  };
}
