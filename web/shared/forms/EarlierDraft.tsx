import { Alert, Button, Stack } from '@mantine/core';
import { useTexts } from '../i18n/catalogue';
import { formTexts } from './messages';

/** That a form begins with a newer text than the draft that its writer left, and the way back to that draft. */
export function EarlierDraft({ onTake }: { readonly onTake: () => void }) {
  const t = useTexts(formTexts);
  return (
    <Alert role="status" title={t.draftSetAside} variant="outline" color="var(--soon-text)">
      <Stack align="flex-start">
        {t.draftSetAsideText}
        <Button variant="default" size="sm" onClick={onTake}>
          {t.takeDraft}
        </Button>
      </Stack>
    </Alert>
  );
}
