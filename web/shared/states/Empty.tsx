import { Paper, Stack, Text, Title } from '@mantine/core';
import { IconInbox } from '@tabler/icons-react';
import type { ReactNode } from 'react';

/** That there is nothing here, why, and what to do. */
export function Empty({ title, text, children }: { title: string; text: string; children?: ReactNode }) {
  return (
    <Paper p="xl">
      <Stack align="center" gap="xs" ta="center">
        <IconInbox size={40} stroke={1.5} aria-hidden color="var(--mantine-color-dimmed)" />
        <Title order={2} fz="lg">
          {title}
        </Title>
        <Text c="dimmed" maw="48ch">
          {text}
        </Text>
        {children}
      </Stack>
    </Paper>
  );
}
