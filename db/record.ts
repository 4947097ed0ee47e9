import { and, eq, gte, lt } from 'drizzle-orm';
import type { CaseEvent, CaseState } from '../domain/case';
import { canonical } from '../record/canonical';
import { linked } from '../record/chain';
import { conceal, reveal } from '../record/personal';
import { standing, submitted, told } from './caseRow';
import type { Database, Executor } from './database';
import { personalOf } from './recorded';
import { caseEvents, cases } from './schema';
import { casePersonal } from './schema/record';
import { keepStanding } from './standings';

/**
 * Writes events, bound to those before them, and the read model that they lead to in one transaction, once however often
 * it is asked.
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
    const known = await knownFrom(tx, state.code, events);
    await assertSame(tx, state.code, events, known);
    const last = known.at(-1);
    const fresh = events.filter(({ seq }) => seq > (last?.seq ?? 0));
    if (fresh.length === 0) return;
    const head = await append(tx, state.code, fresh, last);
    await project(tx, fresh, state, head);
    await keepStanding(tx, fresh, state);
    await within(tx, fresh);
  });
}

type Known = Pick<typeof caseEvents.$inferSelect, 'seq' | 'hash' | 'event'>;

/** The event before the first of a run and what stands on record from there on, in order. */
async function knownFrom(tx: Executor, caseCode: string, events: readonly CaseEvent[]): Promise<Known[]> {
  const first = events[0]?.seq ?? 1;
  return tx
    .select({ seq: caseEvents.seq, hash: caseEvents.hash, event: caseEvents.event })
    .from(caseEvents)
    .where(and(eq(caseEvents.caseCode, caseCode), gte(caseEvents.seq, first - 1)))
    .orderBy(caseEvents.seq);
}

async function assertSame(tx: Executor, caseCode: string, events: readonly CaseEvent[], known: readonly Known[]) {
  for (const event of events) {
    const stored = known.find(({ seq }) => seq === event.seq);
    if (stored === undefined) continue;
    const revealed = reveal(stored.event, await personalOf(tx, caseCode, event.seq));
    if (canonical(revealed) !== canonical(event))
      throw new Error(`case ${caseCode}: another event stands on record as number ${String(event.seq)}`);
  }
}

/** Appends events to the chain of a case, and answers its new head. */
async function append(
  tx: Executor,
  caseCode: string,
  fresh: readonly CaseEvent[],
  last: Known | undefined
): Promise<string> {
  const concealed = fresh.map(conceal);
  const links = linked(
    caseCode,
    last?.hash ?? null,
    concealed.map(({ event }) => event)
  );
  const head = links.at(-1);
  if (head === undefined || links[0]?.seq !== (last?.seq ?? 0) + 1)
    throw new Error(`case ${caseCode}: the event before number ${String(fresh[0]?.seq)} is not on record`);
  await tx.insert(caseEvents).values(
    links.map(({ seq, previous, hash, event }) => ({
      caseCode,
      seq,
      type: event.type,
      at: new Date(event.at),
      recordedAt: new Date(event.recordedAt),
      event,
      previous,
      hash,
    }))
  );
  const personal = concealed.flatMap((one) => one.personal);
  if (personal.length > 0) await tx.insert(casePersonal).values(personal.map((text) => ({ caseCode, ...text })));
  return head.hash;
}

async function project(tx: Executor, events: readonly CaseEvent[], state: CaseState, head: string): Promise<void> {
  const texts = Object.assign({}, ...events.map(told)) as ReturnType<typeof told>;
  const now = { ...standing(state), ...texts, head };
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
