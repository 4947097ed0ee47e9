import { Alert, Button, Stack } from '@mantine/core';
import { useState } from 'react';
import { useTexts } from '../../shared/i18n/catalogue';
import { templatesTexts } from './messages';
import { TemplateEditor } from './TemplateEditor';
import type { Template } from './types';

/** Where a text is written anew. What somebody else saves meanwhile is told, and taken over by whoever wants it. */
export function TemplateEditing({ loaded }: { readonly loaded: Template }) {
  const t = useTexts(templatesTexts);
  const [base, setBase] = useState(loaded);
  const newer = JSON.stringify(loaded.texts) !== JSON.stringify(base.texts) && (
    <Alert role="status" variant="outline" color="var(--soon-text)" title={t.newer}>
      <Stack align="flex-start" gap="sm">
        {t.newerText}
        <Button
          size="sm"
          variant="default"
          onClick={() => {
            setBase(loaded);
          }}
        >
          {t.takeNewer}
        </Button>
      </Stack>
    </Alert>
  );
  return (
    <TemplateEditor key={JSON.stringify(base.texts)} base={base} loaded={loaded} newer={newer} onSaved={setBase} />
  );
}
