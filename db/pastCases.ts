import { and, desc, eq, exists, max, sql } from 'drizzle-orm';
import type { CaseEvent } from '../domain/case';
import type { Actor } from '../domain/roles';
import { rowOf } from './caseRow';
import { findCase, type CaseRow } from './cases';
import type { Database } from './database';
import { recordOf } from './recorded';
import { recordedKey } from './idempotency';
import { caseEvents, idempotencyKeys } from './schema';

/** The case as the first events on its record tell it, those that belong; undefined where not even the first does. */
export async function pastCase(
  db: Database,
  { code, publicationNumber }: CaseRow,
  belongs: (event: CaseEvent) => boolean
): Promise<CaseRow | undefined> {
  const record = await recordOf(db, code);
  const row = rowOf(
    code,
    record.filter(({ event }) => belongs(event))
  );
  // A publication is numbered once, and by its row.
  return row && { ...row, publicationNumber };
}

/** The number of the latest event that an act under the key led to; null where it is not on the record of the case. */
async function doneUnder(db: Database, code: string, key: string): Promise<number | null> {
  const [found] = await db
    .select({ seq: max(caseEvents.seq) })
    .from(caseEvents)
    .where(and(eq(caseEvents.caseCode, code), eq(caseEvents.key, key)));
  return found?.seq ?? null;
}

/** Who did an act on a case under a client's key that is still kept, in the capacity of then; undefined where nobody did. */
export async function actorUnder(
  db: Database,
  code: string,
  { actor, key }: { actor: string; key: string }
): Promise<Actor | undefined> {
  const kept = db
    .select({ one: sql`1` })
    .from(idempotencyKeys)
    .where(and(eq(idempotencyKeys.actor, actor), eq(idempotencyKeys.key, key)));
  const [found] = await db
    .select({ by: sql<Actor>`${caseEvents.event} -> 'by'` })
    .from(caseEvents)
    .where(and(eq(caseEvents.caseCode, code), eq(caseEvents.key, recordedKey(actor, key)), exists(kept)))
    .orderBy(desc(caseEvents.seq))
    .limit(1);
  return found?.by;
}

/** The case as an act under the key left it; undefined where it is not on record. */
export async function caseAfter(db: Database, code: string, key: string): Promise<CaseRow | undefined> {
  const done = await doneUnder(db, code, key);
  if (done === null) return undefined;
  const now = await findCase(db, code);
  return now && pastCase(db, now, ({ seq }) => seq <= done);
}
