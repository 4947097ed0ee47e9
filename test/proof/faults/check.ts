import { setTimeout as delay } from 'node:timers/promises';
import { isDeepStrictEqual } from 'node:util';
import { count, eq } from 'drizzle-orm';
import type { CaseClient } from '../../../client';
import { breachesOfCases } from '../../../db/audit';
import { rowOf } from '../../../db/caseRow';
import type { Database } from '../../../db/database';
import { inOneMoment } from '../../../db/oneMoment';
import { recordOf, type RecordedEvent } from '../../../db/recorded';
import { caseEvents, cases, notices } from '../../../db/schema';
import { together } from '../../../db/together';
import { actionNames } from '../../../domain/actions';
import { unborn, type CaseState } from '../../../domain/case';
import { effectsOf } from '../../../domain/effects';
import { stepsOf } from '../../../domain/evolve';
import { SERVICE } from '../../../domain/roles';
import type { Instant } from '../../../domain/time';
import type { Breach } from '../../../record/verify';
import { unmarked, type Entry } from './clients';

export interface Checked {
  readonly cases: number;
  readonly events: number;
  readonly alarms: number;
  readonly acknowledged: number;
  readonly refused: number;
  readonly notices: number;
  /** What is not as it should be. */
  readonly complaints: readonly string[];
}

type Complain = (what: string) => void;

interface Sources {
  readonly db: Database;
  readonly client: CaseClient;
  /** The legal time up to which every alarm must be on record. */
  readonly quiet: Instant;
  /** Cases that were there before. */
  readonly besides: readonly string[];
}

/** What PostgreSQL and Temporal know once nothing is due any more. */
interface Known {
  readonly cases: readonly KnownCase[];
  readonly breaches: readonly Breach[];
  readonly events: number;
  readonly notices: number;
}

interface KnownCase {
  readonly row: typeof cases.$inferSelect;
  readonly record: readonly RecordedEvent[];
  /** What the workflow itself says. */
  readonly live: CaseState;
  readonly notices: readonly (typeof notices.$inferSelect)[];
}

/**
 * Holds what the clients wrote down against PostgreSQL and Temporal.
 * @throws Error where it would take a forged log for a true one.
 */
export async function checkRecord(entries: readonly Entry[], sources: Sources): Promise<Checked> {
  const known = await knownTo(sources);
  const complaints = complaintsOf(entries, known, sources.quiet);
  for (const [forgery, log] of Object.entries(forged(entries)))
    if (complaintsOf(log, known, sources.quiet).every((complaint) => complaints.includes(complaint)))
      throw new Error(`the checker takes a log with ${forgery} for a true one`);
  const acknowledged = entries.filter(({ status }) => status < 300).length;
  return {
    cases: known.cases.length,
    events: known.events,
    alarms: known.cases.flatMap(({ record }) => record).filter(({ event }) => event.type === 'alarm').length,
    acknowledged,
    refused: entries.length - acknowledged,
    notices: known.notices,
    complaints,
  };
}

/** Logs that tell what did not happen. */
function forged(entries: readonly Entry[]): Record<string, Entry[]> {
  const taken = entries.find(({ action, status }) => status === 200 && !unmarked.includes(action));
  if (taken === undefined) throw new Error('no act was taken');
  return {
    'an act missing': entries.filter((entry) => entry !== taken),
    'an act that was never done': [...entries, { ...taken, mark: `${taken.mark}-forged` }],
  };
}

async function knownTo({ db, client, besides }: Sources): Promise<Known> {
  const codes = (await db.select({ code: cases.code }).from(cases))
    .map(({ code }) => code)
    .filter((code) => !besides.includes(code));
  const known: KnownCase[] = [];
  for (const code of codes) known.push(await knownOf(db, client, code));
  const breaches: Breach[] = [];
  for await (const breach of breachesOfCases(db)) breaches.push(breach);
  const [events] = await db.select({ events: count() }).from(caseEvents);
  const [told] = await db.select({ notices: count() }).from(notices);
  return { cases: known, breaches, events: events?.events ?? 0, notices: told?.notices ?? 0 };
}

/** What is not as it should be. */
function complaintsOf(entries: readonly Entry[], known: Known, quiet: Instant): string[] {
  const complaints = known.breaches.map(({ code, seq, what }) => `${code}, event ${String(seq)}: ${what}`);
  const submitted = entries.filter(beganACase).map(({ code }) => String(code));
  const onRecord = known.cases.map(({ row }) => row.code);
  const tooOften = entries.filter(({ status }) => status === 429).length;
  if (tooOften > 0) complaints.push(`${String(tooOften)} were refused since there were too many`);
  if (!sameList(submitted, onRecord))
    complaints.push(`${String(onRecord.length)} cases are on record, ${String(submitted.length)} were acknowledged`);
  for (const { row, record, live, notices } of known.cases) {
    const complain: Complain = (what) => complaints.push(`${row.code}: ${what}`);
    const ofCase = entries.filter(({ code }) => code === row.code);
    checkActs(record, ofCase, complain);
    checkAlarms(record, row.state, quiet, complain);
    checkReadModel(row, record, live, complain);
    checkNotices(row.code, record, notices, complain);
  }
  return complaints;
}

/** A submission did, and so does what comes too late for its case (S4). */
const beganACase = ({ status }: Entry): boolean => status === 201;

/** In milliseconds: a task that was lost with its worker is given to another one within this time. */
const TAKEN_UP_WITHIN = 60_000;
const BETWEEN_LOOKS = 20;

/**
 * The legal clock goes on while the case is read, and an alarm may ring meanwhile: then it is read again. So it is for a
 * while where the workflow knows less than the record: what it wrote in a task that was lost, it learns when it tries
 * the task again. A worker whose own memory of the case was overtaken refuses to say anything once, and looks it up anew.
 */
async function knownOf(db: Database, client: CaseClient, code: string): Promise<KnownCase> {
  const until = performance.now() + TAKEN_UP_WITHIN;
  const look = async () => {
    const recorded = await inOneMoment(db, async (tx) => {
      const [[row], record, told] = await together([
        tx.select().from(cases).where(eq(cases.code, code)),
        recordOf(tx, code),
        tx.select().from(notices).where(eq(notices.caseCode, code)),
      ]);
      if (row === undefined) throw new Error(`${code} has gone`);
      return { row, record, notices: told };
    });
    const live = await client.state(code).catch((error: unknown) => {
      if (performance.now() > until) throw new Error(`${code} does not say its state`, { cause: error });
      return null;
    });
    const [after] = await db.select({ seq: cases.seq }).from(cases).where(eq(cases.code, code));
    return { ...recorded, live, still: after?.seq === recorded.row.seq };
  };
  for (;;) {
    const { live, still, ...recorded } = await look();
    if (live !== null && still && (live.seq >= recorded.row.seq || performance.now() > until))
      return { ...recorded, live };
    await delay(BETWEEN_LOOKS);
  }
}

/** Every acknowledged act stands exactly once and in order; nothing stands that was refused, or that nobody asked for. */
function checkActs(record: readonly RecordedEvent[], entries: readonly Entry[], complain: Complain): void {
  const events = record.map(({ event }) => event);
  const [first] = events;
  if (
    !sameList(
      events.map(({ seq }) => String(seq)),
      events.map((_, index) => String(index + 1))
    )
  )
    complain(`its events have gaps: ${events.map(({ seq }) => seq).join(' ')}`);
  if (first?.type !== 'submit') complain('it does not begin with its submission');

  const acts = events.filter(({ type, by }) => by !== SERVICE && (actionNames as string[]).includes(type));
  const taken = entries.filter(({ status }) => status < 300);
  const name = (actor: string, action: string) => `${action} by ${actor}`;
  const onRecord = acts.map(({ type, by }) => name(by === SERVICE ? SERVICE : by.id, type));
  const told = taken.map((entry) => name(entry.actor, beganACase(entry) ? 'submit' : entry.action));
  if (!sameList(onRecord, told))
    complain(`on record: ${[...onRecord].sort().join(', ')}; acknowledged: ${[...told].sort().join(', ')}`);

  const seqOf = new Map<string, number>();
  for (const entry of entries) {
    const marked = acts.filter(({ data }) => JSON.stringify(data).includes(`${entry.mark}.`));
    const expected = entry.status < 300 && !unmarked.includes(entry.action) ? 1 : 0;
    if (marked.length !== expected)
      complain(
        `${entry.action} ${entry.mark}, answered ${String(entry.status)}, is on record ${String(marked.length)} times`
      );
    const seq = marked[0]?.seq;
    if (seq === undefined) continue;
    seqOf.set(entry.mark, seq);
    if (entry.seq !== null && entry.seq < seq) complain(`${entry.mark} was answered before it was on record`);
  }
  const inTurn = taken.filter(({ mark }) => seqOf.has(mark)).sort((a, b) => a.answeredAt - b.answeredAt);
  for (const [index, earlier] of inTurn.entries())
    for (const later of inTurn.slice(index + 1))
      if (later.askedAt > earlier.answeredAt && Number(seqOf.get(later.mark)) < Number(seqOf.get(earlier.mark)))
        complain(`${later.mark} was asked after ${earlier.mark} had been answered, and stands before it`);
}

/** Every alarm rang, none before its moment, none of them twice. */
function checkAlarms(record: readonly RecordedEvent[], state: CaseState, quiet: Instant, complain: Complain): void {
  for (const [key, { phase, endsAt }] of Object.entries(state.terms))
    if (phase === 'running' && endsAt <= quiet) complain(`${key} ended at ${endsAt} and has not rung by ${quiet}`);
  const rung = new Set<string>();
  for (const { event } of record) {
    if (event.type !== 'alarm') continue;
    const name = JSON.stringify([event.data.term, event.data.agency, event.data.kind, event.data.daysLeft, event.at]);
    if (rung.has(name)) complain(`rang twice: ${name}`);
    rung.add(name);
    if (event.recordedAt < event.at) complain(`rang before its moment: ${name} at ${event.recordedAt}`);
  }
}

/** Columns that no event tells: how far the record was sealed, and the number under which an answer was published. */
const givenBesides = ['sealedSeq', 'publicationNumber'];

/** The row is the fold of the events, and the workflow itself says the same. */
function checkReadModel(
  row: typeof cases.$inferSelect,
  record: readonly RecordedEvent[],
  live: CaseState,
  complain: Complain
): void {
  for (const [column, value] of Object.entries(rowOf(row.code, record) ?? {}))
    if (!givenBesides.includes(column) && !isDeepStrictEqual(value, row[column as keyof typeof row]))
      complain(
        `${column} of its row is ${JSON.stringify(row[column as keyof typeof row])}, not ${JSON.stringify(value)}`
      );
  if (!isDeepStrictEqual(live, row.state))
    complain(
      `its workflow knows ${String(live.seq)} events and says ${live.status}, its row ${String(row.seq)} and ${row.state.status}; the latest: ${JSON.stringify(record.at(-1)?.event)}`
    );
}

/** Whoever had to be told has a notice, and nobody else has. */
function checkNotices(
  code: string,
  record: readonly RecordedEvent[],
  kept: readonly (typeof notices.$inferSelect)[],
  complain: Complain
): void {
  const events = record.map(({ event }) => event);
  const due = stepsOf(unborn(code), events).flatMap((step) =>
    effectsOf(step).map(({ to, template }) => `${String(step.event.seq)} ${template} to ${to.kind}`)
  );
  const told = kept.map(({ seq, template, recipientKind }) => `${String(seq)} ${template} to ${recipientKind}`);
  if (!sameList(due, told)) complain(`to be told: ${due.sort().join(', ')}; told: ${told.sort().join(', ')}`);
}

const sameList = (some: readonly string[], others: readonly string[]): boolean =>
  isDeepStrictEqual([...some].sort(), [...others].sort());
