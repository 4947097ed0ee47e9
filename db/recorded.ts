import { and, asc, eq } from 'drizzle-orm';
import type { CaseEvent } from '../domain/case';
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

/** The chain of a case, in order, with commitments in place of what people wrote. */
export const linksOf = (db: Executor, code: string): Promise<Link[]> =>
  db
    .select({ seq: caseEvents.seq, previous: caseEvents.previous, hash: caseEvents.hash, event: caseEvents.event })
    .from(caseEvents)
    .where(eq(caseEvents.caseCode, code))
    .orderBy(asc(caseEvents.seq));

/** What people wrote in a case, as far as it was not erased; of one event or of all. */
export const personalOf = (db: Executor, code: string, seq?: number): Promise<PersonalText[]> =>
  db
    .select({
      seq: casePersonal.seq,
      field: casePersonal.field,
      value: casePersonal.value,
      salt: casePersonal.salt,
    })
    .from(casePersonal)
    .where(and(eq(casePersonal.caseCode, code), seq === undefined ? undefined : eq(casePersonal.seq, seq)))
    .orderBy(asc(casePersonal.seq), asc(casePersonal.field));

/** The events of a case with their hashes, in order. */
export async function recordOf(db: Executor, code: string): Promise<RecordedEvent[]> {
  const [links, personal] = await Promise.all([linksOf(db, code), personalOf(db, code)]);
  return links.map(({ event, hash }) => ({ event: reveal(event, personal), hash }));
}

/** The events of a case, in order. */
export const eventsOf = async (db: Executor, code: string): Promise<CaseEvent[]> =>
  (await recordOf(db, code)).map(({ event }) => event);
