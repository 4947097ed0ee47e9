import { and, eq, gte } from 'drizzle-orm';
import { CaseNotRunning, type CaseClient } from '../client';
import type { Database } from '../db/database';
import { caseEvents, cases } from '../db/schema';
import type { Instant } from '../domain/time';
import { someAtOnce } from '../someAtOnce';

/**
 * Has cases look at their record that do not know what they wrote to it lately: a worker and whoever asked ended between
 * the record and the answer. An act that is sent again heals that too; this is for those that nobody sends again.
 * What is left when the signal ends it is for the next worker that starts.
 * @returns the codes of those cases.
 */
export async function tellInterrupted(
  db: Database,
  client: Pick<CaseClient, 'state' | 'lookAtRecord'>,
  since: Instant,
  signal?: AbortSignal
): Promise<string[]> {
  const written = await db
    .selectDistinct({ code: cases.code, seq: cases.seq })
    .from(caseEvents)
    .innerJoin(cases, eq(cases.code, caseEvents.caseCode))
    .where(and(gte(caseEvents.recordedAt, new Date(since)), eq(cases.open, true)));
  const lookedAt = async ({ code, seq }: (typeof written)[number]): Promise<string[]> => {
    const known = await client.state(code).catch(nothingOfEnded);
    if (known === null || known.seq >= seq) return [];
    await client.lookAtRecord(code);
    return [code];
  };
  return (await someAtOnce(written, lookedAt, { signal })).flat();
}

/** A case that has ended meanwhile has nothing to look for. */
function nothingOfEnded(error: unknown): null {
  if (error instanceof CaseNotRunning) return null;
  throw error;
}
