import { skipToken, useQuery } from '@tanstack/react-query';
import { $api, api } from '../../shared/api/client';
import { dataOf } from '../../shared/api/problem';
import { queryClient } from '../../shared/api/queryClient';
import type { ListSearch } from '../inbox/listSearch';
import { listParams } from '../inbox/useCaseList';

/** A case beside the one that is shown, and where in the list it stands. */
export interface Neighbour {
  readonly code: string;
  readonly search: ListSearch;
}

interface Worklist {
  readonly position: { readonly at: number; readonly of: number } | null;
  readonly previous: Neighbour | null;
  readonly next: Neighbour | null;
}

const readPage = (search: ListSearch) => dataOf(api.GET('/v1/cases', listParams(search, search.view)));
type CasePage = Awaited<ReturnType<typeof readPage>>;

/** The page of the list as the inbox has it. */
const listed = (search: ListSearch): CasePage | undefined =>
  queryClient.getQueryData($api.queryOptions('get', '/v1/cases', listParams(search, search.view)).queryKey);

/**
 * A page of the list as it was when the case was opened from it. It stays so while one walks through it: a case that
 * was done, and left the list, does not take the way on with it.
 */
const useFixedPage = (search: ListSearch | null): CasePage | undefined =>
  useQuery({
    queryKey: ['worklist', search],
    queryFn: search === null ? skipToken : () => readPage(search),
    initialData: () => (search === null ? undefined : listed(search)),
    staleTime: Infinity,
    gcTime: 0,
  }).data;

/** What comes before and after a case in the list that it was opened from, also across its pages. */
export function useWorklist(code: string, search: ListSearch): Worklist {
  const page = useFixedPage(search);
  const items = page?.items ?? [];
  const at = items.findIndex((item) => item.code === code);
  const placeBeside = (cursor: string | null | undefined, atEdge: boolean): ListSearch | null =>
    typeof cursor === 'string' && atEdge ? { ...search, cursor } : null;
  const placeAfter = placeBeside(page?.nextCursor, at === items.length - 1);
  const placeBefore = placeBeside(page?.previousCursor, at === 0);
  const after = useFixedPage(placeAfter);
  const before = useFixedPage(placeBefore);
  const beside = (item: { readonly code: string } | undefined, place: ListSearch | null): Neighbour | null =>
    item === undefined ? null : { code: item.code, search: place ?? search };
  if (at === -1) return { position: null, previous: null, next: null };
  return {
    position: { at: at + 1, of: items.length },
    previous: beside(items[at - 1] ?? before?.items.at(-1), placeBefore),
    next: beside(items[at + 1] ?? after?.items[0], placeAfter),
  };
}
