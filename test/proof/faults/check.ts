import { setTimeout as delay } from 'node:timers/promises';
import { isDeepStrictEqual } from 'node:util';
import { and, count, eq, lte } from 'drizzle-orm';
import type { CaseClient } from '../../../client';
import { breachesOfCases } from '../../../db/audit';
import { rowOf } from '../../../db/caseRow';
import type { Database } from '../../../db/database';
import { recordOf, type RecordedEvent } from '../../../db/recorded';
import { caseEvents, cases, notices } from '../../../db/schema';
import { actionNames } from '../../../domain/actions';
import { unborn, type CaseState } from '../../../domain/case';
import { effectsOf } from '../../../domain/effects';
import { evolve } from '../../../domain/evolve';
import { SERVICE } from '../../../domain/roles';
import type { Instant } from '../../../domain/time';
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

/** A log of clients that tells what did not happen: whoever checks it must complain. */
export function forged(entries: readonly Entry[]): Entry[][] {
  const taken = entries.findIndex(({ action, status }) => status < 300 && !unmarked.includes(action));
  const refused = entries.findIndex(({ status, code }) => status === 409 && code !== null);
  return [
    entries.filter((_, index) => index !== taken),
    entries.map((entry, index) => (index === refused ? { ...entry, status: 200 } : entry)),
  ];
}

/** Holds what the clients wrote down against PostgreSQL and Temporal. */
export async function checkRecord(
  entries: readonly Entry[],
  { db, client, quiet, besides }: Sources
): Promise<Checked> {
  const complaints: string[] = [];
  const codes = (await db.select({ code: cases.code }).from(cases))
    .map(({ code }) => code)
    .filter((code) => !besides.includes(code));
  const submitted = entries.filter(beganACase);
  const complain: Complain = (what) => complaints.push(what);
  if (
    !sameList(
      submitted.map(({ code }) => String(code)),
      codes
    )
  )
    complain(`${String(codes.length)} cases are on record, ${String(submitted.length)} were acknowledged`);

  let alarms = 0;
  for (const caseCode of codes) {
    const ofCase: Complain = (what) => {
      complain(`${caseCode}: ${what}`);
    };
    const { row, record, live } = await inOneMoment(db, client, caseCode);
    alarms += record.filter(({ event }) => event.type === 'alarm').length;
    checkActs(
      record,
      entries.filter(({ code }) => code === caseCode),
      ofCase
    );
    checkAlarms(record, row.state, quiet, ofCase);
    checkReadModel(row, record, live, ofCase);
    await checkNotices(db, caseCode, record, ofCase);
  }
  for await (const { code, seq, what } of breachesOfCases(db)) complain(`${code}, event ${String(seq)}: ${what}`);

  const [events] = await db.select({ events: count() }).from(caseEvents);
  const [told] = await db.select({ notices: count() }).from(notices);
  const acknowledged = entries.filter(({ status }) => status < 300).length;
  return {
    cases: codes.length,
    events: events?.events ?? 0,
    alarms,
    acknowledged,
    refused: entries.length - acknowledged,
    notices: told?.notices ?? 0,
    complaints,
  };
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
async function inOneMoment(db: Database, client: CaseClient, code: string) {
  const until = performance.now() + TAKEN_UP_WITHIN;
  const look = async () => {
    const [row] = await db.select().from(cases).where(eq(cases.code, code));
    const record = await recordOf(db, code);
    const live = await client.state(code).catch((error: unknown) => {
      if (performance.now() > until) throw new Error(`${code} does not say its state`, { cause: error });
      return null;
    });
    const [after] = await db.select({ seq: cases.seq }).from(cases).where(eq(cases.code, code));
    if (row === undefined) throw new Error(`${code} has gone`);
    return { row, record, live, still: after?.seq === row.seq };
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
async function checkNotices(db: Database, code: string, record: readonly RecordedEvent[], complain: Complain) {
  const last = record.length;
  const kept = await db
    .select()
    .from(notices)
    .where(and(eq(notices.caseCode, code), lte(notices.seq, last)));
  let state = unborn(code);
  const due: string[] = [];
  for (const { event } of record) {
    state = evolve(state, event);
    due.push(...effectsOf(event, state).map(({ to, template }) => `${String(event.seq)} ${template} to ${to.kind}`));
  }
  const told = kept.map(({ seq, template, recipientKind }) => `${String(seq)} ${template} to ${recipientKind}`);
  if (!sameList(due, told)) complain(`to be told: ${due.sort().join(', ')}; told: ${told.sort().join(', ')}`);
}

const sameList = (some: readonly string[], others: readonly string[]): boolean =>
  isDeepStrictEqual([...some].sort(), [...others].sort());
