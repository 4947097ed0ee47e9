import { $api } from '../api/client';

const QUARTER_HOUR = 900_000;

/** Whom the reader works with. */
export const usePeople = (enabled = true) =>
  $api.useQuery('get', '/v1/people', {}, { staleTime: QUARTER_HOUR, enabled });

/** Colleagues by name; undefined for somebody who is not told of or not there any more. */
export function usePersonName(): (id: string) => string | undefined {
  const { data } = usePeople();
  return (id) => data?.items.find((person) => person.id === id)?.name;
}
