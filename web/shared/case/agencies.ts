import { $api } from '../api/client';
import { useLanguage } from '../i18n/language';

const HOUR = 3_600_000;

/** The agencies of today. */
export const useAgencies = () => $api.useQuery('get', '/v1/agencies', {}, { staleTime: HOUR });

/** What agencies were called at another time, by their ids. */
type Names = Readonly<Record<string, { readonly name: string; readonly nameEn: string }>>;

/** Names an agency in the language of the pages, as it was called `then`, else as it is today; its id where it is not known any more. */
export function useAgencyName(): (id: string, then?: Names) => string {
  const language = useLanguage();
  const { data } = useAgencies();
  return (id, then) => {
    const agency = then?.[id] ?? data?.items.find((item) => item.id === id);
    return (language === 'vi' ? agency?.name : agency?.nameEn) ?? id;
  };
}

/** Names a category of cases in the language of the pages. */
export function useCategoryName(): (code: string) => string {
  const language = useLanguage();
  const { data } = $api.useQuery('get', '/v1/categories', {}, { staleTime: HOUR });
  return (code) => {
    const entry = data?.items.find((item) => item.code === code);
    return (language === 'vi' ? entry?.label : entry?.labelEn) ?? code;
  };
}
