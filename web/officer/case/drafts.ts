import type { CaseEvent } from '../../shared/api/types';

/** A draft of the answer as it was put up, and why it came back; null while it has not. */
export interface Draft {
  readonly event: CaseEvent;
  readonly text: string;
  /** The files that go with it, by their ids. */
  readonly files: readonly string[];
  readonly returned: { readonly event: CaseEvent; readonly reason: string } | null;
}

const textOf = ({ data }: CaseEvent, part: string): string => {
  const value = data[part];
  return typeof value === 'string' ? value : '';
};

const filesOf = ({ data: { attachments } }: CaseEvent): readonly string[] =>
  Array.isArray(attachments) ? attachments.filter((id): id is string => typeof id === 'string') : [];

/** Another agency begins afresh. */
const isHandedOver = ({ type, data }: CaseEvent): boolean =>
  type === 'decline' || (type === 'decide' && data['lead'] != null);

/** The drafts and answers of a case by the agency that handles it, in their order, each with what it was sent back for. */
export function draftsOf(events: readonly CaseEvent[]): Draft[] {
  let drafts: Draft[] = [];
  for (const event of events) {
    const last = drafts.at(-1);
    if (isHandedOver(event)) drafts = [];
    else if (event.type === 'propose' || event.type === 'answer') {
      const put: Draft = { event, text: textOf(event, 'text'), files: filesOf(event), returned: null };
      // An approved draft is the answer: its text says nothing new.
      if (last?.returned === null && last.text === put.text) drafts[drafts.length - 1] = { ...last, files: put.files };
      else drafts.push(put);
    } else if ((event.type === 'revise' || event.type === 'return') && last !== undefined)
      drafts[drafts.length - 1] = { ...last, returned: { event, reason: textOf(event, 'reason') } };
  }
  return drafts;
}
