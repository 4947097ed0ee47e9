import { Alert, Button, Divider, Group, Paper, Stack, Text } from '@mantine/core';
import { getRouteApi, useRouter } from '@tanstack/react-router';
import { $api } from '../shared/api/client';
import { useTexts } from '../shared/i18n/catalogue';
import { TextLink } from '../shared/TextLink';
import { Page } from '../shared/Page';
import { beginSession, expectSession } from '../shared/session/session';
import { SignInForm } from '../shared/session/SignInForm';
import { accountTexts } from './messages';

const route = getRouteApi('/sign-in');

export function SignInPage() {
  const t = useTexts(accountTexts);
  const { returnTo, error } = route.useSearch();
  const router = useRouter();
  const { data: methods } = $api.useQuery('get', '/v1/auth/methods');
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
          {methods?.oidc && (
            <>
              <Divider label={t.or} />
              <Button
                component="a"
                variant="default"
                href={`${methods.oidc.start}?${new URLSearchParams({ returnTo: goOn }).toString()}`}
                onClick={expectSession}
              >
                {methods.oidc.label}
              </Button>
            </>
          )}
          <TextLink to="/forgot-password">{t.forgot}</TextLink>
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
