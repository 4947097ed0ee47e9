import { Group, Paper, Title } from '@mantine/core';
import { type ReactNode, type Ref, useId } from 'react';

interface SectionProps {
  readonly title: string;
  /** Beside the title. */
  readonly aside?: ReactNode;
  /** Of its heading, where that takes the focus. */
  readonly headingRef?: Ref<HTMLHeadingElement>;
  readonly children: ReactNode;
}

/** A part of a page under a title of its own. */
export function Section({ title, aside, headingRef, children }: SectionProps) {
  const id = useId();
  return (
    <Paper component="section" aria-labelledby={id} p="md">
      <Group justify="space-between" mb="sm" gap="xs">
        <Title order={2} id={id} fz="lg" ref={headingRef} {...(headingRef && { tabIndex: -1 })}>
          {title}
        </Title>
        {aside}
      </Group>
      {children}
    </Paper>
  );
}
