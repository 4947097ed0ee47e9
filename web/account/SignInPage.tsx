import { Alert, Group, Paper, Stack, Text } from '@mantine/core';
import { getRouteApi, useRouter } from '@tanstack/react-router';
import { useTexts } from '../shared/i18n/catalogue';
import { TextLink } from '../shared/TextLink';
import { sharedTexts } from '../shared/messages';
import { Page } from '../shared/Page';
import { ProviderButton } from '../shared/session/ProviderButton';
import { beginSession } from '../shared/session/session';
import { SignInForm } from '../shared/session/SignInForm';
import { accountTexts } from './messages';

const route = getRouteApi('/sign-in');

export function SignInPage() {
  const t = useTexts(accountTexts);
  const shared = useTexts(sharedTexts);
  const { returnTo, error } = route.useSearch();
  const router = useRouter();
  const goOn = returnTo ?? '/home';
  return (
    <Page title={t.signInTitle} lead={t.signInLead} size="xs">
      <Paper>
        <Stack>
          {error !== undefined && (
            <Alert role="alert" color="var(--late-text)" variant="outline">
              {t.signInFailed}
            </Alert>
          )}
          <SignInForm
            onSignedIn={(principal) => {
              beginSession(principal);
              router.history.push(goOn);
            }}
          />
          <ProviderButton returnTo={goOn} />
          <TextLink to="/forgot-password">{shared.forgotPassword}</TextLink>
        </Stack>
      </Paper>
      <Group mt="md" gap="xs">
        <Text>{t.noAccount}</Text>
        <TextLink to="/sign-up" search={{ returnTo }}>
          {t.makeAccount}
        </TextLink>
      </Group>
    </Page>
  );
}
