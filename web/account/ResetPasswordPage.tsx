import { Alert, Button, Paper, PasswordInput, Stack } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useMutation } from '@tanstack/react-query';
import { useLocation } from '@tanstack/react-router';
import { api } from '../shared/api/client';
import { dataOf } from '../shared/api/problem';
import { ButtonLink } from '../shared/ButtonLink';
import { faultsByField } from '../shared/forms/faults';
import { useTexts } from '../shared/i18n/catalogue';
import { sharedTexts } from '../shared/messages';
import { Page } from '../shared/Page';
import { ProblemAlert } from '../shared/states/ProblemAlert';
import { accountTexts } from './messages';

/** Opened from the link in a mail, whose token stands after the `#`: so it reaches no log. */
export function ResetPasswordPage() {
  const t = useTexts(accountTexts);
  const shared = useTexts(sharedTexts);
  const token = new URLSearchParams(useLocation().hash).get('token');
  const form = useForm({ mode: 'uncontrolled', initialValues: { password: '' } });
  const reset = useMutation({
    mutationFn: (body: { token: string; password: string }) => dataOf(api.POST('/v1/auth/reset-password', { body })),
    onError: (error) => {
      form.setErrors(faultsByField(error, shared));
    },
  });
  if (token === null)
    return (
      <Page title={t.resetTitle} lead={t.resetWithoutLink} size="xs">
        <ButtonLink to="/forgot-password">{t.forgotTitle}</ButtonLink>
      </Page>
    );
  if (reset.isSuccess)
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
        <form
          noValidate
          onSubmit={form.onSubmit(({ password }) => {
            reset.mutate({ token, password });
          })}
        >
          <Stack>
            <ProblemAlert error={reset.error} />
            <PasswordInput
              label={t.newPassword}
              description={t.passwordHint}
              autoComplete="new-password"
              visibilityToggleButtonProps={{ 'aria-label': shared.showPassword, tabIndex: 0 }}
              key={form.key('password')}
              {...form.getInputProps('password')}
            />
            <Button type="submit" loading={reset.isPending}>
              {t.setPassword}
            </Button>
          </Stack>
        </form>
      </Paper>
    </Page>
  );
}
