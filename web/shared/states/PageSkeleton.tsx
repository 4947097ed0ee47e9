import { Container, Skeleton } from '@mantine/core';
import { BlockSkeleton } from './BlockSkeleton';

/** A page that is on its way. */
export function PageSkeleton() {
  return (
    <Container size="lg">
      <Skeleton height={36} width="50%" mb="xl" />
      <BlockSkeleton lines={6} />
    </Container>
  );
}
