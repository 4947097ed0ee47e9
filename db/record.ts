import { and, desc, eq, lt } from 'drizzle-orm';
import type { CaseEvent, CaseState, Recorded } from '../domain/case';
import { canonical } from '../record/canonical';
import { linked, type Link } from '../record/chain';
import { conceal, type PersonalText } from '../record/personal';
import { standing, submitted, told } from './caseRow';
import type { Database, Executor } from './database';
import { recordedFrom } from './known';
import { caseEvents, cases } from './schema';
import { casePersonal } from './schema/record';
import { keepStanding, latestStanding } from './standings';
import { together } from './together';

export interface ToRecord {
  readonly events: readonly CaseEvent[];
  /** The state that the events lead to. */
  readonly state: CaseState;
  /** The idempotency key of the act that they came from. */
  readonly key?: string;
}

/**
 * Writes events, bound to those before them, and the read model that they lead to in one transaction, once however often
 * it is asked. Where other events stand at their numbers nothing is written: what is on record is true.
 * @param within runs in the same transaction once the row of the case stands, if anything is written.
 * @returns what stands on record in place of the events; null where they do.
 * @throws Error where the event before the first is not on record.
 */
export async function recordEvents(
  db: Database,
  { events, state, key }: ToRecord,
  within: (tx: Executor, row: Projected) => Promise<void>
): Promise<Recorded | null> {
  const first = events[0]?.seq ?? 1;
  return db.transaction(async (tx) => {
    const [latest, standing] = await together([latestOf(tx, state.code), latestStanding(tx, state.code)]);
    if (latest !== undefined && latest.seq >= first) {
      const recorded = await recordedFrom(tx, state.code, first);
      return sameEvents(events, recorded.events) ? null : recorded;
    }
    const { links, personal } = chained(state.code, events, latest);
    // None of them waits for another: they leave together, so that an act takes few round trips.
    await together([
      append(tx, state.code, links, personal, key),
      project(tx, events, state, String(links.at(-1)?.hash)).then((row) => within(tx, row)),
      keepStanding(tx, standing, events, state),
    ]);
    return null;
  });
}

type Latest = Pick<typeof caseEvents.$inferSelect, 'seq' | 'hash'>;

async function latestOf(tx: Executor, caseCode: string): Promise<Latest | undefined> {
  const [latest] = await tx
    .select({ seq: caseEvents.seq, hash: caseEvents.hash })
    .from(caseEvents)
    .where(eq(caseEvents.caseCode, caseCode))
    .orderBy(desc(caseEvents.seq))
    .limit(1);
  return latest;
}

const sameEvents = (some: readonly CaseEvent[], others: readonly CaseEvent[]): boolean =>
  some.every((event, index) => canonical(event) === canonical(others[index] ?? null));

/** Events bound to the end of a case's chain, and what people wrote in them. */
function chained(caseCode: string, events: readonly CaseEvent[], latest: Latest | undefined) {
  const concealed = events.map(conceal);
  const links = linked(
    caseCode,
    latest?.hash ?? null,
    concealed.map(({ event }) => event)
  );
  if (links[0]?.seq !== (latest?.seq ?? 0) + 1)
    throw new Error(`case ${caseCode}: the event before number ${String(events[0]?.seq)} is not on record`);
  return { links, personal: concealed.flatMap((one) => one.personal) };
}

async function append(
  tx: Executor,
  caseCode: string,
  links: readonly Link[],
  personal: readonly PersonalText[],
  key: string | undefined
): Promise<void> {
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
      key: key ?? null,
    }))
  );
  if (personal.length > 0) await tx.insert(casePersonal).values(personal.map((text) => ({ caseCode, ...text })));
}

/** What the row of a case says of it for good. */
export type Projected = Pick<typeof cases.$inferSelect, 'sender'>;

async function project(tx: Executor, events: readonly CaseEvent[], state: CaseState, head: string): Promise<Projected> {
  const texts = Object.assign({}, ...events.map(told)) as ReturnType<typeof told>;
  const now = { ...standing(state), ...texts, head };
  const first = events[0];
  const shown = { sender: cases.sender };
  const [row] = await (first?.type === 'submit'
    ? tx
        .insert(cases)
        .values({ ...submitted(first, state.code), ...now })
        .returning(shown)
    : tx
        .update(cases)
        .set(now)
        .where(and(eq(cases.code, state.code), lt(cases.seq, state.seq)))
        .returning(shown));
  if (row === undefined) throw new Error(`case ${state.code}: its row is not that of its record`);
  return row;
}
