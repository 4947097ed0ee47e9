import type { paths, Status, Channel } from '../../shared/api/types';
import { readSearch } from '../../shared/readSearch';

type ListQuery = NonNullable<paths['/v1/cases']['get']['parameters']['query']>;
export type View = NonNullable<ListQuery['view']>;
export type CaseFilters = NonNullable<paths['/v1/inbox']['get']['parameters']['query']>;

/** Which cases are listed, and where in the list: all of it stands in the address. */
export interface ListSearch {
  readonly view?: View;
  readonly status?: Status;
  readonly agency?: string;
  readonly officer?: string;
  readonly category?: string;
  readonly channel?: Channel;
  readonly due?: string;
  readonly overdue?: boolean;
  /** Cases that have ended are listed too. */
  readonly ended?: boolean;
  readonly q?: string;
  readonly cursor?: string;
}

const readTexts = readSearch<Omit<ListSearch, 'overdue' | 'ended'>>([
  'view',
  'status',
  'agency',
  'officer',
  'category',
  'channel',
  'due',
  'q',
  'cursor',
]);

/** Reads an address; what makes no sense is told by the service. */
export function readListSearch(search: Record<string, unknown>): ListSearch {
  const flags = (['overdue', 'ended'] as const).filter((name) => search[name] === true);
  return { ...readTexts(search), ...Object.fromEntries(flags.map((name) => [name, true])) };
}

/** The filters without the place in the list. */
export const withoutPlace = ({ cursor: _, ...filters }: ListSearch): ListSearch => filters;

/** The filters in the words of the API. */
export function filtersOf({ view: _view, cursor: _cursor, overdue, ended, ...filters }: ListSearch): CaseFilters {
  return {
    ...filters,
    ...(overdue === true ? { overdue: 'true' as const } : {}),
    ...(ended === true ? {} : { open: 'true' as const }),
  };
}

/** The same within one of the person's lists; in all of them until it is known which. */
export const filtersOfView = (search: ListSearch, view: View | undefined): ListQuery => ({
  ...filtersOf(search),
  ...(view === undefined ? {} : { view }),
});

/** Whether anything narrows the list beside its view. */
export const isNarrowed = ({ view: _view, cursor: _cursor, ...filters }: ListSearch): boolean =>
  Object.keys(filters).length > 0;
