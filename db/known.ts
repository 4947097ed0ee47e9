import { and, desc, eq, gte, isNotNull } from 'drizzle-orm';
import { KEYS_KEPT, type Known, type Recorded } from '../domain/case';
import { reveal } from '../record/personal';
import type { Database, Executor } from './database';
import { personalOf } from './recorded';
import { caseEvents, cases } from './schema';

/** What stands on the record of a case from a number on. */
export async function recordedFrom(db: Executor, code: string, seq: number): Promise<Recorded> {
  const rows = await db
    .select({ event: caseEvents.event, key: caseEvents.key })
    .from(caseEvents)
    .where(and(eq(caseEvents.caseCode, code), gte(caseEvents.seq, seq)))
    .orderBy(caseEvents.seq);
  const personal = rows.length === 0 ? [] : await personalOf(db, code);
  return {
    events: rows.map(({ event }) => reveal(event, personal)),
    keys: [...new Set(rows.flatMap(({ key }) => key ?? []))],
  };
}

/** What a case has to know of itself to go on, as it stands on record in one moment. */
export const knownOf = (db: Database, code: string): Promise<Known> =>
  db.transaction(
    async (tx) => {
      const [row] = await tx.select({ state: cases.state }).from(cases).where(eq(cases.code, code));
      if (row === undefined) throw new Error(`case ${code} is not on record`);
      return { state: row.state, keys: await latestKeys(tx, code) };
    },
    { isolationLevel: 'repeatable read' }
  );

async function latestKeys(db: Executor, code: string): Promise<string[]> {
  const rows = await db
    .select({ key: caseEvents.key })
    .from(caseEvents)
    .where(and(eq(caseEvents.caseCode, code), isNotNull(caseEvents.key)))
    .orderBy(desc(caseEvents.seq))
    .limit(KEYS_KEPT);
  return rows.flatMap(({ key }) => key ?? []).reverse();
}
