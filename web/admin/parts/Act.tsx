import { Group, Stack, Text } from '@mantine/core';
import type { ReactNode } from 'react';

/** Why somebody would do something, and the button that does it. */
export function Act({ text, children }: { readonly text: string; readonly children: ReactNode }) {
  return (
    <Stack gap="xs">
      <Text size="sm">{text}</Text>
      <Group>{children}</Group>
    </Stack>
  );
}
