import { useMemo } from 'react';
import { $api } from '../../shared/api/client';
import type { Case, CaseEvent } from '../../shared/api/types';
import { ActionForm, type FormPart } from '../../shared/forms/ActionForm';
import type { Values } from '../../shared/forms/values';
import { Loaded } from '../../shared/states/Loaded';
import { Decisions } from './Decisions';
import { PublishedFiles } from './PublishedFiles';
import { PublishedText } from './PublishedText';
import { textNames } from './publishedTexts';

/** Whether an act puts texts before everybody. */
export const isPublishing = (act: string | undefined): act is 'publish' | 'republish' =>
  act === 'publish' || act === 'republish';

interface PublicationFormProps {
  readonly action: 'publish' | 'republish';
  readonly ofCase: Case;
  readonly owner: string;
  readonly onDone: (after: Case) => void;
  readonly onCancel: () => void;
}

/** The form of a publication: nothing that may tell who somebody is goes out before an officer decided it (R9.1). */
export function PublicationForm({ action, ofCase, ...rest }: PublicationFormProps) {
  const { code } = ofCase;
  const events = $api.useQuery('get', '/v1/cases/{code}/events', { params: { path: { code } } });
  const parts = useMemo(
    () => ({
      ...Object.fromEntries(
        textNames.map((name) => [name, (part: FormPart) => <PublishedText code={code} name={name} part={part} />])
      ),
      attachments: (part: FormPart) => <PublishedFiles code={code} part={part} />,
      confirmed: (part: FormPart) => <Decisions code={code} part={part} />,
    }),
    [code]
  );
  return (
    <Loaded query={events}>
      {({ items }) => (
        <ActionForm
          {...rest}
          action={action}
          ofCase={ofCase}
          initial={action === 'publish' ? fromCase(ofCase) : fromLast(ofCase, items)}
          parts={parts}
        />
      )}
    </Loaded>
  );
}

const fromCase = ({ title, content, answer }: Case): Values => ({ title, content, text: answer ?? '' });

/** What was published last, as it was. */
function fromLast(ofCase: Case, events: readonly CaseEvent[]): Values {
  const last = events.findLast(({ type }) => isPublishing(type))?.data;
  if (last === undefined) return fromCase(ofCase);
  const textOf = (name: string) => (typeof last[name] === 'string' ? last[name] : '');
  const files = Array.isArray(last['attachments']) ? (last['attachments'] as string[]) : [];
  return {
    title: textOf('title'),
    content: textOf('content'),
    text: textOf('text'),
    attachments: files.map((id) => ({ id, name: id, size: 0 })),
  };
}
