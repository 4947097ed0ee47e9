import { Checkbox, Stack, TextInput } from '@mantine/core';
import { api } from '../../shared/api/client';
import { dataOf } from '../../shared/api/problem';
import type { Schemas } from '../../shared/api/types';
import { useTexts } from '../../shared/i18n/catalogue';
import { RequestFormFrame } from '../../shared/forms/RequestFormFrame';
import { useRequestForm } from '../../shared/forms/useRequestForm';
import { accountsTexts } from './messages';

type Scope = Schemas['ApiKey']['scopes'][number];

interface NewKeyFormProps {
  readonly account: string;
  readonly onDone: (key: Schemas['NewApiKey']) => void;
  readonly onCancel: () => void;
}

/** What a key is for, and what it may do. */
export function NewKeyForm({ account, onDone, onCancel }: NewKeyFormProps) {
  const t = useTexts(accountsTexts);
  const form = useRequestForm<{ readonly name: string; readonly scopes: Scope[] }, Schemas['NewApiKey']>({
    initial: { name: '', scopes: Object.keys(t.scopeNames) as Scope[] },
    labels: { name: t.keyName, scopes: t.scopes },
    send: (body) => dataOf(api.POST('/v1/accounts/{id}/keys', { params: { path: { id: account } }, body })),
    touches: ['/v1/accounts', '/v1/admin'],
    onDone,
  });
  return (
    <RequestFormFrame form={form} submit={t.newKey} onCancel={onCancel}>
      <TextInput {...form.line('name')} description={t.keyNameHint} autoComplete="off" data-autofocus />
      <Checkbox.Group
        label={t.scopes}
        error={form.errors['scopes']}
        value={form.values.scopes}
        onChange={(scopes) => {
          form.change({ scopes });
        }}
      >
        <Stack gap="xs" mt={4}>
          {Object.entries(t.scopeNames).map(([scope, label]) => (
            <Checkbox key={scope} value={scope} label={label} />
          ))}
        </Stack>
      </Checkbox.Group>
    </RequestFormFrame>
  );
}
