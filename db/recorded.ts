import { and, asc, eq, gte, sql } from 'drizzle-orm';
import type { CaseEvent, Recorded } from '../domain/case';
import type { Link } from '../record/chain';
import { reveal, type PersonalText } from '../record/personal';
import type { Executor } from './database';
import { caseEvents } from './schema';
import { casePersonal } from './schema/record';

/** An event as people read it, and its hash on record. */
export interface RecordedEvent {
  readonly event: CaseEvent;
  readonly hash: string;
}

/** The events of a case in order, with commitments in place of what people wrote, and what they wrote. */
export interface Chain {
  readonly links: readonly Link[];
  readonly personal: readonly PersonalText[];
}

/** What people wrote in an event, as far as it was not erased. */
const ownTexts = sql<PersonalText[]>`(
  select coalesce(
    jsonb_agg(jsonb_build_object('seq', text.seq, 'field', field, 'value', value, 'salt', salt) order by field), '[]')
  from ${casePersonal} as text where text.case_code = ${caseEvents}.case_code and text.seq = ${caseEvents}.seq)`;

/** By one statement: an event that is written meanwhile comes with its texts, or not at all. */
const eventsFrom = (db: Executor, code: string, seq: number) =>
  db
    .select({
      seq: caseEvents.seq,
      previous: caseEvents.previous,
      hash: caseEvents.hash,
      event: caseEvents.event,
      key: caseEvents.key,
      personal: ownTexts,
    })
    .from(caseEvents)
    .where(and(eq(caseEvents.caseCode, code), gte(caseEvents.seq, seq)))
    .orderBy(asc(caseEvents.seq));

export async function chainOf(db: Executor, code: string): Promise<Chain> {
  const rows = await eventsFrom(db, code, 1);
  return {
    links: rows.map(({ seq, previous, hash, event }) => ({ seq, previous, hash, event })),
    personal: rows.flatMap(({ personal }) => personal),
  };
}

/** The events of a case with their hashes, in order. */
export const recordOf = async (db: Executor, code: string): Promise<RecordedEvent[]> =>
  (await eventsFrom(db, code, 1)).map(({ event, hash, personal }) => ({ event: reveal(event, personal), hash }));

/** The events of a case, in order. */
export const eventsOf = async (db: Executor, code: string): Promise<CaseEvent[]> =>
  (await recordOf(db, code)).map(({ event }) => event);

/** What stands on the record of a case from a number on. */
export async function recordedFrom(db: Executor, code: string, seq: number): Promise<Recorded> {
  const rows = await eventsFrom(db, code, seq);
  return {
    events: rows.map(({ event, personal }) => reveal(event, personal)),
    keys: [...new Set(rows.flatMap(({ key }) => key ?? []))],
  };
}
