import { Alert, Paper, TextInput } from '@mantine/core';
import { api } from '../shared/api/client';
import { dataOf } from '../shared/api/problem';
import { RequestFormFrame } from '../shared/forms/RequestFormFrame';
import { useRequestForm } from '../shared/forms/useRequestForm';
import { useTexts } from '../shared/i18n/catalogue';
import { sharedTexts } from '../shared/messages';
import { Page } from '../shared/Page';
import { accountTexts } from './messages';

export function ForgotPasswordPage() {
  const t = useTexts(accountTexts);
  const shared = useTexts(sharedTexts);
  const form = useRequestForm({
    initial: { email: '' },
    labels: { email: shared.email },
    touches: [],
    send: (body) => dataOf(api.POST('/v1/auth/forgot-password', { body })),
  });
  return (
    <Page title={t.forgotTitle} lead={t.forgotLead} size="xs">
      <Paper>
        <RequestFormFrame form={form} submit={t.forgotSend}>
          <TextInput {...form.line('email')} type="email" autoComplete="username" />
          <div role="status">{form.done && <Alert>{t.forgotSent}</Alert>}</div>
        </RequestFormFrame>
      </Paper>
    </Page>
  );
}
