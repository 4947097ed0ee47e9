import { Button, Group, TextInput } from '@mantine/core';
import { useNavigate } from '@tanstack/react-router';
import { type SubmitEvent, useState } from 'react';
import { useTexts } from '../shared/i18n/catalogue';
import { sharedTexts } from '../shared/messages';
import { caseCodeOf } from './caseCode';
import { citizenTexts } from './messages';

/** Leads to a case by its code, however it was typed. */
export function TrackForm() {
  const t = useTexts(citizenTexts);
  const shared = useTexts(sharedTexts);
  const navigate = useNavigate();
  const [error, setError] = useState<string>();
  const track = (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault();
    const typed = new FormData(event.currentTarget).get('code');
    const code = caseCodeOf(typeof typed === 'string' ? typed : '');
    setError(code === '' ? shared.faults['required'] : undefined);
    if (code !== '') void navigate({ to: '/track/$code', params: { code } });
  };
  return (
    <form noValidate onSubmit={track}>
      <TextInput
        name="code"
        label={t.trackLabel}
        description={t.trackHint}
        error={error}
        autoComplete="off"
        autoCapitalize="characters"
        spellCheck={false}
      />
      <Group mt="sm">
        <Button type="submit" variant="default">
          {t.trackButton}
        </Button>
      </Group>
    </form>
  );
}
