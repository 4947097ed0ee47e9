import { canonical } from './canonical';
import { sha256 } from './hash';
import type { ConcealedEvent } from './personal';

/** An event on record, bound to everything before it in its case. */
export interface Link {
  readonly seq: number;
  /** The hash of the event before; null for the first. */
  readonly previous: string | null;
  readonly hash: string;
  readonly event: ConcealedEvent;
}

/** Where the record of a case ends: the number of its latest event and that event's hash. */
export interface Head {
  readonly seq: number;
  readonly hash: string;
}

/** Binds an event to its case and to what came before it there (R5). */
export const hashOf = (caseCode: string, previous: string | null, event: ConcealedEvent): string =>
  sha256(canonical({ case: caseCode, event, previous }));

/** Binds events one after the other to the end of a case's record. */
export function linked(caseCode: string, previous: string | null, events: readonly ConcealedEvent[]): Link[] {
  let last = previous;
  return events.map((event) => {
    const link = { seq: event.seq, previous: last, hash: hashOf(caseCode, last, event), event };
    last = link.hash;
    return link;
  });
}
