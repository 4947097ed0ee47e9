import { Stack, Text } from '@mantine/core';
import { Dialog } from '../Dialog';
import { useTexts } from '../i18n/catalogue';
import { sharedTexts } from '../messages';
import { settleExpiry } from './expiry';
import { beginSession, useSession } from './session';
import { SignInForm } from './SignInForm';

/** Over the page whose session has ended: its owner signs in again, and what waited goes on. */
export function SignInDialog() {
  const t = useTexts(sharedTexts);
  const session = useSession();
  return (
    <Dialog
      opened
      onClose={() => {
        settleExpiry(false);
      }}
      title={t.sessionEnded}
      size="md"
    >
      <Stack>
        <Text>{t.sessionEndedText}</Text>
        <SignInForm
          email={session?.email ?? ''}
          onSignedIn={(principal) => {
            beginSession(principal);
            settleExpiry(true);
          }}
        />
      </Stack>
    </Dialog>
  );
}
