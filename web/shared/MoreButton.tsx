import { Button, Group } from '@mantine/core';
import { useTexts } from './i18n/catalogue';
import { sharedTexts } from './messages';

interface MoreButtonProps {
  readonly query: {
    readonly hasNextPage: boolean;
    readonly isFetchingNextPage: boolean;
    readonly fetchNextPage: () => Promise<unknown>;
  };
}

/** Brings the next page of a list below those that are there. */
export function MoreButton({ query }: MoreButtonProps) {
  const t = useTexts(sharedTexts);
  if (!query.hasNextPage) return null;
  return (
    <Group>
      <Button variant="default" loading={query.isFetchingNextPage} onClick={() => void query.fetchNextPage()}>
        {t.more}
      </Button>
    </Group>
  );
}
