import { Alert, Paper, Stack } from '@mantine/core';
import { useLocation } from '@tanstack/react-router';
import { api } from '../shared/api/client';
import { dataOf } from '../shared/api/problem';
import { ButtonLink } from '../shared/ButtonLink';
import { PasswordField } from '../shared/forms/PasswordField';
import { RequestFormFrame } from '../shared/forms/RequestFormFrame';
import { useRequestForm } from '../shared/forms/useRequestForm';
import { useTexts } from '../shared/i18n/catalogue';
import { sharedTexts } from '../shared/messages';
import { Page } from '../shared/Page';
import { accountTexts } from './messages';

/** Opened from the link in a mail, whose token stands after the `#`: so it reaches no log. */
export function ResetPasswordPage() {
  const t = useTexts(accountTexts);
  const token = new URLSearchParams(useLocation().hash).get('token');
  if (token !== null) return <NewPassword token={token} />;
  return (
    <Page title={t.resetTitle} lead={t.resetWithoutLink} size="xs">
      <ButtonLink to="/forgot-password">{t.forgotTitle}</ButtonLink>
    </Page>
  );
}

function NewPassword({ token }: { token: string }) {
  const t = useTexts(accountTexts);
  const shared = useTexts(sharedTexts);
  const form = useRequestForm({
    initial: { password: '' },
    labels: { password: t.newPassword, token: t.resetLink },
    touches: [],
    send: ({ password }) => dataOf(api.POST('/v1/auth/reset-password', { body: { token, password } })),
  });
  if (form.done)
    return (
      <Page title={t.resetTitle} size="xs">
        <Stack align="flex-start">
          <Alert role="status">{t.passwordSet}</Alert>
          <ButtonLink to="/sign-in">{shared.signIn}</ButtonLink>
        </Stack>
      </Page>
    );
  return (
    <Page title={t.resetTitle} lead={t.resetLead} size="xs">
      <Paper>
        <RequestFormFrame
          form={form}
          submit={t.setPassword}
          aside={
            form.errors['token'] !== undefined && (
              <ButtonLink to="/forgot-password" variant="default" data-field="token">
                {t.forgotTitle}
              </ButtonLink>
            )
          }
        >
          <PasswordField {...form.line('password')} description={t.passwordHint} chosen />
        </RequestFormFrame>
      </Paper>
    </Page>
  );
}
