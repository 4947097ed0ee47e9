import { QueryClient } from '@tanstack/react-query';
import { problemOf } from './problem';

const MOST_TRIES = 2;

/** A refusal is an answer and is not asked for again; a service that does not answer is. */
export const queryClient = new QueryClient({
  defaultOptions: {
    queries: {
      staleTime: 15_000,
      retry: (failures, error) => failures < MOST_TRIES && (problemOf(error)?.status ?? 500) >= 500,
    },
  },
});
