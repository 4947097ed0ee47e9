import { Container, Group, type MantineSize, Text, Title } from '@mantine/core';
import { useLocation } from '@tanstack/react-router';
import { type ReactNode, useEffect, useRef } from 'react';
import { useTexts } from './i18n/catalogue';
import { sharedTexts } from './messages';

interface PageProps {
  readonly title: string;
  readonly lead?: ReactNode;
  /** Beside the title. */
  readonly aside?: ReactNode;
  readonly size?: MantineSize;
  readonly children: ReactNode;
}

/** Whether a page has been shown: the first one does not take the focus from the top of the document. */
let shownBefore = false;

/** A page under its title, which is also the document's; whoever comes from another page hears it first. */
export function Page({ title, lead, aside, size = 'lg', children }: PageProps) {
  const t = useTexts(sharedTexts);
  const heading = useRef<HTMLHeadingElement>(null);
  const { pathname } = useLocation();
  useEffect(() => {
    document.title = `${title} · ${t.serviceName}`;
  }, [title, t]);
  useEffect(() => {
    if (shownBefore) heading.current?.focus({ preventScroll: true });
    shownBefore = true;
  }, [pathname]);
  return (
    <Container size={size}>
      <Group justify="space-between" align="flex-start" mb="lg" gap="md">
        <div>
          <Title order={1} tabIndex={-1} ref={heading} fz={{ base: 'h2', sm: 'h1' }}>
            {title}
          </Title>
          {lead !== undefined && (
            <Text c="dimmed" mt={4} maw="75ch">
              {lead}
            </Text>
          )}
        </div>
        {aside}
      </Group>
      {children}
    </Container>
  );
}
