import type { Schemas } from '../../shared/api/types';

export const listKinds = ['categories', 'rejection-reasons', 'publication-forms'] as const;
export type ListKind = (typeof listKinds)[number];

export type Entry = Schemas['CatalogueEntry'];
export type Period = Entry['periods'][number];

/** What an entry says, as it is typed. */
export interface TypedEntry {
  readonly label: string;
  readonly labelEn: string;
  readonly basis: string;
  readonly position: number | string;
  readonly document: string;
}

/** The period that matters most: that of today, else the next one, else the last. */
export function periodOf({ periods }: Entry, today: string): Period | undefined {
  const current = periods.find(({ from, through }) => from <= today && (through === null || today <= through));
  return current ?? periods.find(({ from }) => from > today) ?? periods.at(-1);
}
