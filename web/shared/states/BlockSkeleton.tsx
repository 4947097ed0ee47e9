import { Skeleton, Stack, VisuallyHidden } from '@mantine/core';
import { useTexts } from '../i18n/catalogue';
import { sharedTexts } from '../messages';

/** Lines of text that are on their way. */
export function BlockSkeleton({ lines = 4 }: { lines?: number }) {
  const t = useTexts(sharedTexts);
  return (
    <Stack gap="sm" role="status">
      <VisuallyHidden>{t.loading}</VisuallyHidden>
      {Array.from({ length: lines }, (_, line) => (
        <Skeleton key={line} height={16} width={line === lines - 1 ? '60%' : '100%'} />
      ))}
    </Stack>
  );
}
