import { Button, Textarea } from '@mantine/core';
import { useState } from 'react';
import { api } from '../../shared/api/client';
import { dataOf } from '../../shared/api/problem';
import type { Schemas } from '../../shared/api/types';
import { focusOnAppearing, focusPage } from '../../shared/focus';
import { RequestFormFrame } from '../../shared/forms/RequestFormFrame';
import { useRequestForm } from '../../shared/forms/useRequestForm';
import { useTexts } from '../../shared/i18n/catalogue';
import { officerTexts } from '../messages';

interface CloseFormProps {
  readonly task: Pick<Schemas['NoticeTask'], 'id' | 'kind'>;
  /** How the addresses begin whose answers a settled task changes. */
  readonly touches: readonly string[];
}

/** Behind a button: why a task can be done in no way. */
export function CloseForm({ task: { id, kind }, touches }: CloseFormProps) {
  const t = useTexts(officerTexts);
  const [open, setOpen] = useState(false);
  const form = useRequestForm({
    initial: { note: '' },
    labels: { note: t.whyClosed },
    send: ({ note }) =>
      dataOf(api.POST('/v1/notice-tasks/{task}/close', { params: { path: { task: String(id) } }, body: { note } })),
    touches,
    onDone: focusPage,
  });
  if (!open)
    return (
      <Button
        mt="sm"
        variant="subtle"
        size="compact-sm"
        onClick={() => {
          setOpen(true);
        }}
      >
        {t.cannotSettle[kind]}
      </Button>
    );
  return (
    <RequestFormFrame form={form} submit={t.closeTask} secondary>
      <Textarea {...form.line('note')} autosize minRows={2} required ref={focusOnAppearing} />
    </RequestFormFrame>
  );
}
