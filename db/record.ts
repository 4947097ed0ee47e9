import { and, eq, inArray, lt } from 'drizzle-orm';
import type { CaseEvent, CaseState } from '../domain/case';
import { canonical } from './canonical';
import { standing, submitted, told } from './caseRow';
import type { Database, Executor } from './database';
import { caseEvents, cases } from './schema';

/**
 * Writes events and the read model that they lead to in one transaction, once however often it is asked.
 * @param within runs in the same transaction, with the events that were new.
 * @throws Error where another event already stands at a number: a fault of ours that must never pass silently.
 */
export async function recordEvents(
  db: Database,
  events: readonly CaseEvent[],
  state: CaseState,
  within: (tx: Executor, fresh: readonly CaseEvent[]) => Promise<void>
): Promise<void> {
  await db.transaction(async (tx) => {
    const fresh = await insertEvents(tx, state.code, events);
    if (fresh.length === 0) return;
    await project(tx, fresh, state);
    await within(tx, fresh);
  });
}

async function insertEvents(tx: Executor, caseCode: string, events: readonly CaseEvent[]): Promise<CaseEvent[]> {
  const rows = events.map((event) => ({
    caseCode,
    seq: event.seq,
    type: event.type,
    at: new Date(event.at),
    recordedAt: new Date(event.recordedAt),
    event,
  }));
  const inserted = await tx.insert(caseEvents).values(rows).onConflictDoNothing().returning({ seq: caseEvents.seq });
  const isNew = new Set(inserted.map(({ seq }) => seq));
  const known = events.filter(({ seq }) => !isNew.has(seq));
  if (known.length > 0) await assertSame(tx, caseCode, known);
  return events.filter(({ seq }) => isNew.has(seq));
}

async function assertSame(tx: Executor, caseCode: string, events: readonly CaseEvent[]): Promise<void> {
  const stored = await tx
    .select({ seq: caseEvents.seq, event: caseEvents.event })
    .from(caseEvents)
    .where(
      and(
        eq(caseEvents.caseCode, caseCode),
        inArray(
          caseEvents.seq,
          events.map(({ seq }) => seq)
        )
      )
    );
  const bySeq = new Map(stored.map(({ seq, event }) => [seq, canonical(event)]));
  const differing = events.find((event) => bySeq.get(event.seq) !== canonical(event));
  if (differing !== undefined)
    throw new Error(`case ${caseCode}: another event stands on record as number ${String(differing.seq)}`);
}

async function project(tx: Executor, events: readonly CaseEvent[], state: CaseState): Promise<void> {
  const texts = Object.assign({}, ...events.map(told)) as ReturnType<typeof told>;
  const now = { ...standing(state), ...texts };
  const first = events[0];
  if (first?.type === 'submit')
    await tx
      .insert(cases)
      .values({ ...submitted(first, state.code), ...now })
      .onConflictDoNothing();
  else
    await tx
      .update(cases)
      .set(now)
      .where(and(eq(cases.code, state.code), lt(cases.seq, state.seq)));
}
