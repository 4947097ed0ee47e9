import type { CaseEvent } from '../../shared/api/types';

/** A draft of the answer as it was put up, and why it came back; null while it has not. */
export interface Draft {
  readonly event: CaseEvent;
  readonly text: string;
  readonly returned: { readonly event: CaseEvent; readonly reason: string } | null;
}

const textOf = ({ data }: CaseEvent, part: string): string => {
  const value = data[part];
  return typeof value === 'string' ? value : '';
};

/** The drafts and answers of a case in their order, each with what it was sent back for. */
export function draftsOf(events: readonly CaseEvent[]): Draft[] {
  const drafts: Draft[] = [];
  for (const event of events) {
    const last = drafts.at(-1);
    if (event.type === 'propose' || event.type === 'answer') {
      const text = textOf(event, 'text');
      // An approved draft is the answer: it says nothing new.
      if (last?.returned === null && last.text === text) continue;
      drafts.push({ event, text, returned: null });
    } else if ((event.type === 'revise' || event.type === 'return') && last !== undefined)
      drafts[drafts.length - 1] = { ...last, returned: { event, reason: textOf(event, 'reason') } };
  }
  return drafts;
}
