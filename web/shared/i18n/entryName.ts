import { useLanguage } from './language';

/** An agency or an entry of a list, as the API tells it. */
export type Entry =
  { readonly name: string; readonly nameEn: string } | { readonly label: string; readonly labelEn: string };

/** Names agencies and entries of lists in the language of the pages. */
export function useEntryName(): (entry: Entry) => string {
  const language = useLanguage();
  return (entry) => {
    const [name, nameEn] = 'label' in entry ? [entry.label, entry.labelEn] : [entry.name, entry.nameEn];
    return language === 'vi' ? name : nameEn;
  };
}
