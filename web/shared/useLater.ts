import { useQuery } from '@tanstack/react-query';

/**
 * A part of the pages that is loaded once they stand. Where that fails, on a bad line or because a newer build has taken
 * its place, the page stays without it, and it is tried again: a few times at once, and whenever the line or the person
 * comes back.
 */
export const useLater = <Part>(name: string, load: () => Promise<Part>, enabled = true) =>
  useQuery({ queryKey: ['part', name], queryFn: load, staleTime: Infinity, gcTime: Infinity, enabled });
