import { Alert, Button, Group, Stack } from '@mantine/core';
import { useState } from 'react';
import { useTexts } from '../../shared/i18n/catalogue';
import { templatesTexts } from './messages';
import { TemplateEditor } from './TemplateEditor';
import type { Template } from './types';

/** Where a text is written anew. What somebody else saves meanwhile is told, and taken over by whoever wants it. */
export function TemplateEditing({ loaded }: { readonly loaded: Template }) {
  const t = useTexts(templatesTexts);
  const [base, setBase] = useState(loaded);
  // What is saved takes the place of this version; whoever keeps their own text has seen that there is a later one.
  const [follows, setFollows] = useState(loaded.version);
  const beginWith = (text: Template) => {
    setBase(text);
    setFollows(text.version);
  };
  const newer = loaded.version > follows && (
    <Alert role="status" variant="outline" color="var(--soon-text)" title={t.newer}>
      <Stack align="flex-start" gap="sm">
        {t.newerText}
        <Group gap="sm">
          <Button
            size="sm"
            variant="default"
            onClick={() => {
              beginWith(loaded);
            }}
          >
            {t.takeNewer}
          </Button>
          <Button
            size="sm"
            variant="default"
            onClick={() => {
              setFollows(loaded.version);
            }}
          >
            {t.keepOwn}
          </Button>
        </Group>
      </Stack>
    </Alert>
  );
  return (
    <TemplateEditor
      key={base.version}
      base={base}
      follows={follows}
      loaded={loaded}
      newer={newer}
      onSaved={beginWith}
    />
  );
}
