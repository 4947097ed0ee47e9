import { TextInput } from '@mantine/core';
import { api } from '../../shared/api/client';
import { dataOf } from '../../shared/api/problem';
import type { Schemas } from '../../shared/api/types';
import { useTexts } from '../../shared/i18n/catalogue';
import { RequestFormFrame } from '../../shared/forms/RequestFormFrame';
import { useRequestForm } from '../../shared/forms/useRequestForm';
import { accountsTexts } from './messages';
import { type Rights, RightsFields } from './RightsFields';

interface NewAccountFormProps {
  readonly onDone: (account: Schemas['Account']) => void;
  readonly onCancel: () => void;
}

interface NewAccount extends Rights {
  readonly name: string;
  readonly email: string;
}

/** Makes an account without a password: its owner sets one by a link. */
export function NewAccountForm({ onDone, onCancel }: NewAccountFormProps) {
  const t = useTexts(accountsTexts);
  const form = useRequestForm<NewAccount, Schemas['Account']>({
    initial: { name: '', email: '', role: 'agency_officer', agency: null },
    labels: t.labels,
    send: (body) => dataOf(api.POST('/v1/accounts', { body })),
    touches: ['/v1/accounts', '/v1/people'],
    told: t.created,
    onDone,
  });
  return (
    <RequestFormFrame form={form} submit={t.create} onCancel={onCancel}>
      <TextInput {...form.line('name')} autoComplete="off" data-autofocus />
      <TextInput {...form.line('email')} type="email" autoComplete="off" description={t.emailHint} />
      <RightsFields form={form} />
    </RequestFormFrame>
  );
}
