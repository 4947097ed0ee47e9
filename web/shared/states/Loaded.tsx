import { Button, Stack } from '@mantine/core';
import type { UseQueryResult } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useTexts } from '../i18n/catalogue';
import { sharedTexts } from '../messages';
import { ProblemAlert } from './ProblemAlert';
import { BlockSkeleton } from './BlockSkeleton';

interface LoadedProps<Data> {
  readonly query: UseQueryResult<Data, unknown>;
  /** Of the size of what comes, so that nothing jumps. */
  readonly skeleton?: ReactNode;
  readonly children: (data: Data) => ReactNode;
}

/** What a query answered; before that a skeleton, and where it failed the reason and another try. */
export function Loaded<Data>({ query, skeleton = <BlockSkeleton />, children }: LoadedProps<Data>) {
  const t = useTexts(sharedTexts);
  if (query.data !== undefined) return children(query.data);
  if (query.isPending) return skeleton;
  return (
    <Stack align="flex-start">
      <ProblemAlert error={query.error} />
      <Button variant="default" onClick={() => void query.refetch()}>
        {t.retry}
      </Button>
    </Stack>
  );
}
