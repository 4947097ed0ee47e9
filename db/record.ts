import { and, eq, lt } from 'drizzle-orm';
import { unborn, type CaseEvent, type CaseState, type Recorded } from '../domain/case';
import type { Entered } from '../domain/entered';
import { evolve } from '../domain/evolve';
import type { Standing } from '../domain/standing';
import { canonical } from '../record/canonical';
import { linked, type Link } from '../record/chain';
import { conceal, type PersonalText } from '../record/personal';
import { columnsOf, senderOf, submitted, told } from './caseRow';
import type { Database, Executor } from './database';
import { recordedFrom } from './recorded';
import { caseEvents, cases } from './schema';
import { casePersonal } from './schema/record';
import { keepStanding, latestStanding } from './standings';
import { together } from './together';

/** How a case stands on record. */
export interface OnRecord {
  readonly state: CaseState;
  /** The connected system that sent it. */
  readonly sender: string | null;
}

/**
 * Writes events, bound to those before them, and the read model that they lead to in one transaction, once however often
 * it is asked. Where other events stand at their numbers nothing is written: what is on record is true.
 * @param within runs in the same transaction once there is a row of the case, if anything is written; `before` is how the
 * case stood until then.
 * @returns how the case stands on record now, and what stands there in place of the events; null where they do.
 * @throws Error where the event before the first is not on record.
 */
export async function recordEvents(
  db: Pick<Database, 'transaction'>,
  { code, events, key }: Omit<Entered, 'clock'>,
  within: (tx: Executor, after: OnRecord, before: CaseState) => Promise<void>
): Promise<OnRecord & { readonly instead: Recorded | null }> {
  const first = events[0]?.seq ?? 1;
  return db.transaction(async (tx) => {
    const before = await latestOf(tx, code);
    if (before.state.seq >= first) {
      const recorded = await recordedFrom(tx, code, first);
      return { ...before, instead: sameEvents(events, recorded.events) ? null : recorded };
    }
    const { links, personal } = chained(before, events);
    const after = { state: events.reduce(evolve, before.state), sender: before.sender ?? senderOf(events) };
    const projected = project(tx, events, after.state, String(links.at(-1)?.hash));
    // They leave together, so that an act takes few round trips; only what needs the row of a new case waits for it.
    await together([
      append(tx, code, links, personal, key),
      projected,
      keepStanding(tx, before.standing, events, after.state),
      before.head === null ? projected.then(() => within(tx, after, before.state)) : within(tx, after, before.state),
    ]);
    return { ...after, instead: null };
  });
}

interface Latest extends OnRecord {
  /** The hash of the latest event; null before the first. */
  readonly head: string | null;
  readonly standing: Standing | null;
}

async function latestOf(tx: Executor, code: string): Promise<Latest> {
  const [[row], standing] = await together([
    tx.select({ state: cases.state, sender: cases.sender, head: cases.head }).from(cases).where(eq(cases.code, code)),
    latestStanding(tx, code),
  ]);
  return { ...(row ?? { state: unborn(code), sender: null, head: null }), standing };
}

const sameEvents = (some: readonly CaseEvent[], others: readonly CaseEvent[]): boolean =>
  some.every((event, index) => canonical(event) === canonical(others[index] ?? null));

/** Events bound to the end of a case's chain, and what people wrote in them. */
function chained({ state, head }: Latest, events: readonly CaseEvent[]) {
  const concealed = events.map(conceal);
  const links = linked(
    state.code,
    head,
    concealed.map(({ event }) => event)
  );
  if (links[0]?.seq !== state.seq + 1)
    throw new Error(`case ${state.code}: the event before number ${String(events[0]?.seq)} is not on record`);
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

async function project(tx: Executor, events: readonly CaseEvent[], state: CaseState, head: string): Promise<void> {
  const texts = Object.assign({}, ...events.map(told)) as ReturnType<typeof told>;
  const now = { ...columnsOf(state), ...texts, head };
  const first = events[0];
  const shown = { code: cases.code };
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
}
