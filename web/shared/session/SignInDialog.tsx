import { Modal, Stack, Text } from '@mantine/core';
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
    <Modal
      opened
      onClose={() => {
        settleExpiry(false);
      }}
      title={t.sessionEnded}
      closeButtonProps={{ 'aria-label': t.close }}
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
    </Modal>
  );
}
