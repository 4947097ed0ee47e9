import { Button, Stack, Textarea } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { api } from '../../shared/api/client';
import { dataOf, problemOf } from '../../shared/api/problem';
import type { Schemas } from '../../shared/api/types';
import { faultsByField } from '../../shared/forms/faults';
import { useTexts } from '../../shared/i18n/catalogue';
import { sharedTexts } from '../../shared/messages';
import { ProblemAlert } from '../../shared/states/ProblemAlert';
import { officerTexts } from '../messages';

/** Says that a message is no petition, and why. */
export function DismissForm({ draft: { id } }: { readonly draft: Schemas['Draft'] }) {
  const t = useTexts(officerTexts);
  const shared = useTexts(sharedTexts);
  const navigate = useNavigate();
  const queries = useQueryClient();
  const [reason, setReason] = useState('');
  const dismiss = useMutation({
    mutationFn: () =>
      dataOf(api.POST('/v1/drafts/{draft}/dismiss', { params: { path: { draft: id } }, body: { reason } })),
    onSuccess: async () => {
      await queries.invalidateQueries({ predicate: ({ queryKey }) => String(queryKey[1]).startsWith('/v1/drafts') });
      await navigate({ to: '/drafts' });
    },
  });
  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        dismiss.mutate();
      }}
    >
      <Stack gap="sm">
        {problemOf(dismiss.error)?.type !== 'invalid-input' && <ProblemAlert error={dismiss.error} />}
        <Textarea
          label={t.dismissReason}
          required
          autosize
          minRows={2}
          value={reason}
          error={faultsByField(dismiss.error, shared)['reason']}
          onChange={(event) => {
            setReason(event.currentTarget.value);
          }}
        />
        <Button type="submit" variant="default" loading={dismiss.isPending} style={{ alignSelf: 'flex-start' }}>
          {t.dismiss}
        </Button>
      </Stack>
    </form>
  );
}
