import { Button, Stack, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useMutation } from '@tanstack/react-query';
import { api } from '../api/client';
import { dataOf } from '../api/problem';
import type { Principal } from '../api/types';
import { PasswordField } from '../forms/PasswordField';
import { useTexts } from '../i18n/catalogue';
import { sharedTexts } from '../messages';
import { ProblemAlert } from '../states/ProblemAlert';

/** E-mail and password. `email` is given where only its owner may go on. */
export function SignInForm({ email = '', onSignedIn }: { email?: string; onSignedIn: (who: Principal) => void }) {
  const t = useTexts(sharedTexts);
  const filled = (value: string) => (value.trim() === '' ? t.faults['required'] : null);
  const form = useForm({
    mode: 'uncontrolled',
    initialValues: { email, password: '' },
    validate: { email: filled, password: filled },
  });
  const signIn = useMutation({
    mutationFn: (body: { email: string; password: string }) => dataOf(api.POST('/v1/auth/sign-in', { body })),
    onSuccess: ({ account }) => {
      onSignedIn(account);
    },
  });
  return (
    <form
      noValidate
      onSubmit={form.onSubmit((values) => {
        signIn.mutate(values);
      })}
    >
      <Stack>
        <ProblemAlert error={signIn.error} />
        <TextInput
          label={t.email}
          type="email"
          autoComplete="username"
          readOnly={email !== ''}
          key={form.key('email')}
          {...form.getInputProps('email')}
        />
        <PasswordField label={t.password} key={form.key('password')} {...form.getInputProps('password')} />
        <Button type="submit" loading={signIn.isPending} style={{ alignSelf: 'flex-start' }}>
          {t.signIn}
        </Button>
      </Stack>
    </form>
  );
}
