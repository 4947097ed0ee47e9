import { Button, Text } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { api } from '../../shared/api/client';
import { dataOf, problemOf } from '../../shared/api/problem';
import type { Schemas } from '../../shared/api/types';
import { readDraft, useDraftKeeper } from '../../shared/forms/drafts';
import { faultsByField, useFaultWords } from '../../shared/forms/faults';
import { FormFrame } from '../../shared/forms/FormFrame';
import { formTexts } from '../../shared/forms/messages';
import { useTexts } from '../../shared/i18n/catalogue';
import { localDayOf } from '../../shared/i18n/format';
import { officerTexts } from '../messages';
import { submitterOf, type Written } from '../receive/received';
import { useWrittenLabels, WrittenFields } from '../receive/WrittenFields';

interface CompletionFormProps {
  readonly draft: Schemas['Draft'];
  readonly owner: string;
}

/** Completes a message so that it becomes a case; it begins with what the message says. */
export function CompletionForm({ draft, owner }: CompletionFormProps) {
  const t = useTexts(officerTexts);
  const forms = useTexts(formTexts);
  const words = useFaultWords();
  const labels = useWrittenLabels();
  const navigate = useNavigate();
  const queries = useQueryClient();
  const key = `${owner}.draft.${draft.id}`;
  const [given, setGiven] = useState<Written>(() => ({ ...of(draft), ...(readDraft(key) as Partial<Written> | null) }));
  const [errors, setErrors] = useState<Readonly<Record<string, string>>>({});
  const keeper = useDraftKeeper<Written>(key);
  const settled = () => {
    keeper.forget();
    return queries.invalidateQueries({ predicate: ({ queryKey }) => String(queryKey[1]).startsWith('/v1/drafts') });
  };
  const submit = useMutation({
    mutationFn: ({ category, title, content, ...person }: Written) =>
      dataOf(
        api.POST('/v1/drafts/{draft}/submit', {
          params: { path: { draft: draft.id } },
          body: { category, title, content, submitter: submitterOf(person) },
        })
      ),
    onSuccess: async ({ code }) => {
      await settled();
      await navigate({ to: '/inbox/$code', params: { code } });
    },
    onError: async (error) => {
      setErrors(faultsByField(error, words));
      // Perhaps by this very form, and only the answer was lost: the page shows what became of the message.
      if (problemOf(error)?.type === 'draft-settled') await settled();
    },
  });
  return (
    <FormFrame
      refusal={submit.error}
      errors={errors}
      labels={labels}
      onSubmit={() => {
        setErrors({});
        submit.mutate(given);
      }}
    >
      <WrittenFields
        given={given}
        receivedOn={localDayOf(new Date(draft.receivedAt))}
        errors={errors}
        onChange={(part) => {
          const next = { ...given, ...part };
          setGiven(next);
          keeper.keep(next);
        }}
      />
      <Text size="sm" c="dimmed" role="status">
        {keeper.kept && forms.draftKept}
      </Text>
      <Button type="submit" loading={submit.isPending} style={{ alignSelf: 'flex-start' }}>
        {t.receiveSubmit}
      </Button>
    </FormFrame>
  );
}

const of = ({ source, sender, senderName, subject, text }: Schemas['Draft']): Written => ({
  category: null,
  title: subject ?? '',
  content: text,
  name: senderName ?? '',
  address: '',
  phone: '',
  email: source === 'email' ? (sender ?? '') : '',
});
