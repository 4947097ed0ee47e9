import type { UseQueryResult } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { FailedPage } from './FailedPage';
import { PageSkeleton } from './PageSkeleton';

interface LoadedPageProps<Data> {
  readonly query: UseQueryResult<Data, unknown>;
  readonly children: (data: Data) => ReactNode;
}

/** A page whose very title is of what a query answers. */
export function LoadedPage<Data>({ query, children }: LoadedPageProps<Data>) {
  if (query.data !== undefined) return children(query.data);
  if (query.isPending) return <PageSkeleton />;
  return <FailedPage error={query.error} onRetry={() => void query.refetch()} />;
}
