import { Group, Paper, Text, TextInput } from '@mantine/core';
import { getRouteApi, useRouter } from '@tanstack/react-router';
import { api } from '../shared/api/client';
import { dataOf } from '../shared/api/problem';
import { PasswordField } from '../shared/forms/PasswordField';
import { RequestFormFrame } from '../shared/forms/RequestFormFrame';
import { useRequestForm } from '../shared/forms/useRequestForm';
import { useTexts } from '../shared/i18n/catalogue';
import { sharedTexts } from '../shared/messages';
import { Page } from '../shared/Page';
import { beginSession } from '../shared/session/session';
import { TextLink } from '../shared/TextLink';
import { accountTexts } from './messages';

const route = getRouteApi('/sign-up');

export function SignUpPage() {
  const t = useTexts(accountTexts);
  const shared = useTexts(sharedTexts);
  const { returnTo } = route.useSearch();
  const router = useRouter();
  const form = useRequestForm({
    initial: { name: '', email: '', password: '' },
    labels: { name: t.name, email: shared.email, password: shared.password },
    touches: [],
    send: (body) => dataOf(api.POST('/v1/auth/sign-up', { body })),
    onDone: ({ account }) => {
      beginSession(account);
      router.history.push(returnTo ?? '/home');
    },
  });
  return (
    <Page title={t.signUpTitle} lead={t.signUpLead} size="xs">
      <Paper>
        <RequestFormFrame form={form} submit={t.makeAccount}>
          <TextInput {...form.line('name')} autoComplete="name" />
          <TextInput {...form.line('email')} type="email" autoComplete="email" />
          <PasswordField {...form.line('password')} description={t.passwordHint} chosen />
        </RequestFormFrame>
      </Paper>
      <Group mt="md" gap="xs">
        <Text>{t.haveAccount}</Text>
        <TextLink to="/sign-in" search={{ returnTo }}>
          {shared.signIn}
        </TextLink>
      </Group>
    </Page>
  );
}
