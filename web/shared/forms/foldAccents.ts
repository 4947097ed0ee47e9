import type { ComboboxParsedItem, OptionsFilter } from '@mantine/core';

type FilterInput<Value extends string> = Parameters<OptionsFilter<Value>>[0];

/** A text as one types it in a hurry: small letters without accents. */
export const foldAccents = (text: string): string =>
  text
    .normalize('NFD')
    .replaceAll(/\p{Mn}/gu, '')
    .replaceAll(/[đĐ]/g, 'd')
    .toLowerCase();

/** For the boxes of Mantine that one types into: what holds the words typed, with or without accents. */
export const filterFolded = <Value extends string>({
  options,
  search,
  limit,
}: FilterInput<Value>): ComboboxParsedItem<Value>[] => {
  const typed = foldAccents(search.trim());
  return options.filter((option) => 'label' in option && foldAccents(option.label).includes(typed)).slice(0, limit);
};
