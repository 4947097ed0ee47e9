import { keepPreviousData } from '@tanstack/react-query';
import { $api } from '../../shared/api/client';
import { filtersOf, filtersOfView, type ListSearch, type View } from './listSearch';

const PAGE = 50;

/** The parameters of a page of the list. */
export const listParams = (search: ListSearch, view: View | undefined) => ({
  params: {
    query: {
      ...filtersOfView(search, view),
      ...(search.cursor === undefined ? {} : { cursor: search.cursor }),
      limit: PAGE,
    },
  },
});

/** What lies in each list of the person's own, narrowed by the same filters. */
export const useInbox = (search: ListSearch) =>
  $api.useQuery('get', '/v1/inbox', { params: { query: filtersOf(search) } }, { placeholderData: keepPreviousData });

/** A page of the list; it stays as it is until somebody asks for the changes. */
export const useCaseList = (search: ListSearch, view: View | undefined) =>
  $api.useQuery('get', '/v1/cases', listParams(search, view), {
    enabled: view !== undefined,
    placeholderData: keepPreviousData,
    refetchOnWindowFocus: false,
    refetchOnReconnect: false,
  });
