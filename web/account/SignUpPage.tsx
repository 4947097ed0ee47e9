import { Button, Group, Paper, PasswordInput, Stack, Text, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useMutation } from '@tanstack/react-query';
import { getRouteApi, useRouter } from '@tanstack/react-router';
import { api } from '../shared/api/client';
import { dataOf } from '../shared/api/problem';
import { faultsByField } from '../shared/forms/faults';
import { useTexts } from '../shared/i18n/catalogue';
import { sharedTexts } from '../shared/messages';
import { Page } from '../shared/Page';
import { beginSession } from '../shared/session/session';
import { ProblemAlert } from '../shared/states/ProblemAlert';
import { TextLink } from '../shared/TextLink';
import { accountTexts } from './messages';

const route = getRouteApi('/sign-up');

export function SignUpPage() {
  const t = useTexts(accountTexts);
  const shared = useTexts(sharedTexts);
  const { returnTo } = route.useSearch();
  const router = useRouter();
  const form = useForm({ mode: 'uncontrolled', initialValues: { name: '', email: '', password: '' } });
  const signUp = useMutation({
    mutationFn: (body: { name: string; email: string; password: string }) =>
      dataOf(api.POST('/v1/auth/sign-up', { body })),
    onSuccess: ({ account }) => {
      beginSession(account);
      router.history.push(returnTo ?? '/home');
    },
    onError: (error) => {
      form.setErrors(faultsByField(error, shared));
    },
  });
  return (
    <Page title={t.signUpTitle} lead={t.signUpLead} size="xs">
      <Paper>
        <form
          noValidate
          onSubmit={form.onSubmit((values) => {
            signUp.mutate(values);
          })}
        >
          <Stack>
            <ProblemAlert error={signUp.error} />
            <TextInput label={t.name} autoComplete="name" key={form.key('name')} {...form.getInputProps('name')} />
            <TextInput
              label={shared.email}
              type="email"
              autoComplete="email"
              key={form.key('email')}
              {...form.getInputProps('email')}
            />
            <PasswordInput
              label={shared.password}
              description={t.passwordHint}
              autoComplete="new-password"
              visibilityToggleButtonProps={{ 'aria-label': shared.showPassword, tabIndex: 0 }}
              key={form.key('password')}
              {...form.getInputProps('password')}
            />
            <Button type="submit" loading={signUp.isPending}>
              {t.makeAccount}
            </Button>
          </Stack>
        </form>
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
