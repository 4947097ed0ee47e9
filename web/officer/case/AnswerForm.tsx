import { useQuery } from '@tanstack/react-query';
import { type ComponentProps, useState } from 'react';
import { api } from '../../shared/api/client';
import { dataOf } from '../../shared/api/problem';
import { ActionForm } from '../../shared/forms/ActionForm';
import type { Values } from '../../shared/forms/values';
import { Loaded } from '../../shared/states/Loaded';
import { draftsOf } from './drafts';

type AnswerFormProps = Omit<ComponentProps<typeof ActionForm>, 'initial'>;

/**
 * The form of a draft or of an answer, beginning with the latest text as it is when the form is opened (R10.3): what came
 * back is mended, and what is to be approved is corrected; nobody writes it anew.
 */
export function AnswerForm({ action, ofCase, ...rest }: AnswerFormProps) {
  const [opened] = useState(ofCase);
  const initial = useQuery({
    queryKey: ['draft', action, opened.code, opened.head.seq],
    queryFn: () => latestDraft(opened.code),
    staleTime: Infinity,
  });
  return (
    <Loaded query={initial}>
      {(values) => <ActionForm {...rest} action={action} ofCase={ofCase} initial={values} />}
    </Loaded>
  );
}

async function latestDraft(code: string): Promise<Values> {
  const ofCase = { params: { path: { code } } };
  const [events, files] = await Promise.all([
    dataOf(api.GET('/v1/cases/{code}/events', ofCase)),
    dataOf(api.GET('/v1/cases/{code}/attachments', ofCase)),
  ]);
  const latest = draftsOf(events.items).at(-1);
  if (latest === undefined) return {};
  const stored = new Map(files.items.map(({ id, name, size }) => [id, { id, name, size }]));
  return { text: latest.text, attachments: latest.files.flatMap((id) => stored.get(id) ?? []) };
}
