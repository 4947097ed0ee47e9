import { desc, eq } from 'drizzle-orm';
import type { Instant } from '../domain/time';
import type { Executor } from './database';
import { exportLog } from './schema/record';

type Taken = Omit<typeof exportLog.$inferInsert, 'id' | 'at'> & { readonly at: Instant };

/** Puts on record that somebody takes something out of the service. */
export async function logExport(db: Executor, { at, ...taken }: Taken): Promise<void> {
  await db.insert(exportLog).values({ ...taken, at: new Date(at) });
}

/** Who took a case out of the service, the latest first. */
export const exportsOf = (db: Executor, caseCode: string) =>
  db
    .select({ at: exportLog.at, by: exportLog.by, seq: exportLog.seq, format: exportLog.format })
    .from(exportLog)
    .where(eq(exportLog.caseCode, caseCode))
    .orderBy(desc(exportLog.id));
