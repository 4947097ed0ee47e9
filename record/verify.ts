import type { ActionInputs } from '../domain/inputs';
import { hashOf, type Head, type Link } from './chain';
import { commitmentOf, commitmentsOf, type ConcealedEvent, type PersonalText } from './personal';

/** A case as it stands on record. */
export interface RecordedCase {
  readonly code: string;
  readonly head: Head;
  readonly links: readonly Link[];
  readonly personal: readonly PersonalText[];
}

/** What is wrong with the record of a case, from event number `seq` on. */
export interface Breach {
  readonly code: string;
  readonly seq: number;
  readonly what: string;
}

/**
 * The first event of a case that was altered, moved, removed or added by something else than the service; null where the
 * record is whole (R5). Needs nothing but what it is given.
 */
export function firstBreach({ code, head, links, personal }: RecordedCase): Breach | null {
  const erased = erasedFields(links);
  let before: Link | undefined;
  for (const link of links) {
    const what = inOrder(code, link, before) ?? inTexts(link.event, personal, erased);
    if (what !== null) return { code, ...what };
    before = link;
  }
  const unknown = personal.find(({ seq }) => !links.some((link) => link.seq === seq));
  if (unknown !== undefined) return { code, seq: unknown.seq, what: 'the event of a text is missing' };
  if (before?.seq !== head.seq)
    return {
      code,
      seq: Math.min(before?.seq ?? 0, head.seq) + 1,
      what: 'the head of the chain and its last event differ',
    };
  return before.hash === head.hash ? null : { code, seq: head.seq, what: 'the head of the chain is another' };
}

type Found = Omit<Breach, 'code'>;

function inOrder(code: string, link: Link, before: Link | undefined): Found | null {
  const due = (before?.seq ?? 0) + 1;
  if (link.seq !== due) return { seq: due, what: `event number ${String(due)} is not in its place` };
  if (link.event.seq !== link.seq) return { seq: link.seq, what: 'the event says another number' };
  if (hashOf(code, link.previous, link.event) !== link.hash) return { seq: link.seq, what: 'the event was altered' };
  if (link.previous === (before?.hash ?? null)) return null;
  // This event is as it was written, so what it was bound to has been replaced.
  return { seq: Math.max(1, link.seq - 1), what: 'the event is not the one that the next was bound to' };
}

function inTexts(event: ConcealedEvent, personal: readonly PersonalText[], erased: ReadonlySet<string>): Found | null {
  const commitments = commitmentsOf(event);
  const own = personal.filter(({ seq }) => seq === event.seq);
  const stray = own.find(({ field }) => !commitments.has(field));
  if (stray !== undefined) return { seq: event.seq, what: `${stray.field} was added` };
  for (const [field, commitment] of commitments) {
    const text = own.find((one) => one.field === field);
    if (text === undefined && !erased.has(fieldKey(event.seq, field)))
      return { seq: event.seq, what: `${field} was removed without an erasure on record` };
    if (text !== undefined && commitmentOf(text) !== commitment)
      return { seq: event.seq, what: `${field} was altered` };
  }
  return null;
}

/** The fields whose erasure is on record. */
const erasedFields = (links: readonly Link[]): ReadonlySet<string> =>
  new Set(links.flatMap(({ event }) => erasuresOf(event)).map(({ seq, field }) => fieldKey(seq, field)));

const fieldKey = (seq: number, field: string): string => `${String(seq)}${field}`;

const erasuresOf = ({ type, data }: ConcealedEvent): ActionInputs['erase']['erased'] =>
  type === 'erase' ? (data as ActionInputs['erase']).erased : [];
