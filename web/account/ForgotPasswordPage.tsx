import { Alert, Button, Paper, Stack, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useMutation } from '@tanstack/react-query';
import { api } from '../shared/api/client';
import { dataOf } from '../shared/api/problem';
import { faultsByField } from '../shared/forms/faults';
import { useTexts } from '../shared/i18n/catalogue';
import { sharedTexts } from '../shared/messages';
import { Page } from '../shared/Page';
import { ProblemAlert } from '../shared/states/ProblemAlert';
import { accountTexts } from './messages';

export function ForgotPasswordPage() {
  const t = useTexts(accountTexts);
  const shared = useTexts(sharedTexts);
  const form = useForm({ mode: 'uncontrolled', initialValues: { email: '' } });
  const ask = useMutation({
    mutationFn: (body: { email: string }) => dataOf(api.POST('/v1/auth/forgot-password', { body })),
    onError: (error) => {
      form.setErrors(faultsByField(error, shared));
    },
  });
  return (
    <Page title={t.forgotTitle} lead={t.forgotLead} size="xs">
      <Paper>
        <form
          noValidate
          onSubmit={form.onSubmit((values) => {
            ask.mutate(values);
          })}
        >
          <Stack>
            <ProblemAlert error={ask.error} />
            <TextInput
              label={shared.email}
              type="email"
              autoComplete="username"
              key={form.key('email')}
              {...form.getInputProps('email')}
            />
            <Button type="submit" loading={ask.isPending}>
              {t.forgotSend}
            </Button>
            <div role="status">{ask.isSuccess && <Alert>{t.forgotSent}</Alert>}</div>
          </Stack>
        </form>
      </Paper>
    </Page>
  );
}
