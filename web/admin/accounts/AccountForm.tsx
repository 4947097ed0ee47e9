import { TextInput } from '@mantine/core';
import { api } from '../../shared/api/client';
import { dataOf } from '../../shared/api/problem';
import type { Schemas } from '../../shared/api/types';
import { useTexts } from '../../shared/i18n/catalogue';
import { partTexts } from '../parts/messages';
import { RequestFormFrame } from '../../shared/forms/RequestFormFrame';
import { useRequestForm } from '../../shared/forms/useRequestForm';
import { accountsTexts } from './messages';
import { type Rights, RightsFields } from './RightsFields';

/** Another name, role or agency; it takes effect with the next thing that the owner does. Only what was changed here is sent: the account may have moved meanwhile. */
export function AccountForm({ account: { id, name, role, agency } }: { readonly account: Schemas['Account'] }) {
  const t = useTexts(accountsTexts);
  const parts = useTexts(partTexts);
  const form = useRequestForm<Rights & { readonly name: string }, Schemas['Account']>({
    initial: { name, role, agency },
    labels: t.labels,
    send: ({ role: newRole, agency: newAgency }, { name: newName, ...rights }) =>
      dataOf(
        api.PUT('/v1/accounts/{id}', {
          params: { path: { id } },
          body: {
            ...(newName !== undefined && { name: newName }),
            ...(Object.keys(rights).length > 0 && { role: newRole, agency: newAgency }),
          },
        })
      ),
    touches: ['/v1/accounts', '/v1/people', '/v1/admin'],
    told: t.changed,
  });
  return (
    <RequestFormFrame form={form} submit={parts.save}>
      <TextInput {...form.line('name')} autoComplete="off" />
      <RightsFields form={form} />
    </RequestFormFrame>
  );
}
