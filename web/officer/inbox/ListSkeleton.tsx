import { Skeleton, Stack, VisuallyHidden } from '@mantine/core';
import { useTexts } from '../../shared/i18n/catalogue';
import { sharedTexts } from '../../shared/messages';

const ROWS = 8;

/** Rows that are on their way. */
export function ListSkeleton() {
  const t = useTexts(sharedTexts);
  return (
    <Stack gap={4} role="status">
      <VisuallyHidden>{t.loading}</VisuallyHidden>
      {Array.from({ length: ROWS }, (_, row) => (
        <Skeleton key={row} height={64} />
      ))}
    </Stack>
  );
}
