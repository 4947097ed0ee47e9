import type { paths, Status, Channel } from '../../shared/api/types';

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

const textual = ['view', 'status', 'agency', 'officer', 'category', 'channel', 'due', 'q', 'cursor'] as const;

/** Reads an address; what makes no sense is told by the service. */
export function readListSearch(search: Record<string, unknown>): ListSearch {
  const texts = textual.flatMap((name) => {
    const value = search[name];
    return (typeof value === 'string' || typeof value === 'number') && value !== '' ? [[name, String(value)]] : [];
  });
  const flags = (['overdue', 'ended'] as const).flatMap((name) => (search[name] === true ? [[name, true]] : []));
  return Object.fromEntries([...texts, ...flags]) as ListSearch;
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
