import { and, desc, eq, isNotNull } from 'drizzle-orm';
import { KEYS_KEPT, type Known } from '../domain/case';
import type { Database, Executor } from './database';
import { inOneMoment } from './oneMoment';
import { caseEvents, cases } from './schema';

/** What a case has to know of itself to go on, as it stands on record in one moment. */
export const knownOf = (db: Database, code: string): Promise<Known> =>
  inOneMoment(db, async (tx) => {
    const [row] = await tx.select({ state: cases.state }).from(cases).where(eq(cases.code, code));
    if (row === undefined) throw new Error(`case ${code} is not on record`);
    return { state: row.state, keys: await latestKeys(tx, code) };
  });

async function latestKeys(db: Executor, code: string): Promise<string[]> {
  const rows = await db
    .select({ key: caseEvents.key })
    .from(caseEvents)
    .where(and(eq(caseEvents.caseCode, code), isNotNull(caseEvents.key)))
    .orderBy(desc(caseEvents.seq))
    .limit(KEYS_KEPT);
  return rows.flatMap(({ key }) => key ?? []).reverse();
}
