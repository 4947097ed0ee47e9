import { Button, Group } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useTexts } from '../i18n/catalogue';
import { sharedTexts } from '../messages';
import { Page } from '../Page';
import type { ReactNode } from 'react';

/** A page that could not be shown, and where to go on. */
export function WayOn({ title, text, children }: { title: string; text: string; children?: ReactNode }) {
  const t = useTexts(sharedTexts);
  return (
    <Page title={title} lead={text} size="sm">
      <Group>
        {children}
        <Button component={Link} to="/" variant="default">
          {t.toHome}
        </Button>
      </Group>
    </Page>
  );
}
