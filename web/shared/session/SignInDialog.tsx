import { Anchor, Stack, Text } from '@mantine/core';
import { Dialog } from '../Dialog';
import { useTexts } from '../i18n/catalogue';
import { sharedTexts } from '../messages';
import { settleExpiry } from './expiry';
import { ProviderButton } from './ProviderButton';
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
        <ProviderButton returnTo={location.pathname + location.search} />
        {/* In a window of its own: whoever signs in there goes on here. */}
        <Anchor href="/forgot-password" target="_blank">
          {t.forgotPassword}
        </Anchor>
      </Stack>
    </Dialog>
  );
}
