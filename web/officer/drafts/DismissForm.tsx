import { Textarea } from '@mantine/core';
import { useNavigate } from '@tanstack/react-router';
import { api } from '../../shared/api/client';
import { dataOf } from '../../shared/api/problem';
import type { Schemas } from '../../shared/api/types';
import { RequestFormFrame } from '../../shared/forms/RequestFormFrame';
import { useRequestForm } from '../../shared/forms/useRequestForm';
import { useTexts } from '../../shared/i18n/catalogue';
import { officerTexts } from '../messages';

/** Says that a message is no petition, and why. */
export function DismissForm({ draft: { id } }: { readonly draft: Schemas['Draft'] }) {
  const t = useTexts(officerTexts);
  const navigate = useNavigate();
  const form = useRequestForm({
    initial: { reason: '' },
    labels: { reason: t.dismissReason },
    send: (body) => dataOf(api.POST('/v1/drafts/{draft}/dismiss', { params: { path: { draft: id } }, body })),
    touches: ['/v1/drafts'],
    onDone: () => void navigate({ to: '/drafts' }),
  });
  return (
    <RequestFormFrame form={form} submit={t.dismiss} secondary>
      <Textarea {...form.line('reason')} required autosize minRows={2} />
    </RequestFormFrame>
  );
}
