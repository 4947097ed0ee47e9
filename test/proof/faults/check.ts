import { isDeepStrictEqual } from 'node:util';
import { count, eq } from 'drizzle-orm';
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
  const rows = (await db.select().from(cases)).filter(({ code }) => !besides.includes(code));
  const submitted = entries.filter(({ action, status }) => action === 'submit' && status === 201);
  const complain: Complain = (what) => complaints.push(what);
  if (
    !sameList(
      submitted.map(({ code }) => String(code)),
      rows.map(({ code }) => code)
    )
  )
    complain(`${String(rows.length)} cases are on record, ${String(submitted.length)} were acknowledged`);

  let alarms = 0;
  for (const row of rows) {
    const ofCase: Complain = (what) => {
      complain(`${row.code}: ${what}`);
    };
    const record = await recordOf(db, row.code);
    alarms += record.filter(({ event }) => event.type === 'alarm').length;
    checkActs(
      record,
      entries.filter(({ code }) => code === row.code),
      ofCase
    );
    checkAlarms(record, row.state, quiet, ofCase);
    checkReadModel(row, record, await client.state(row.code), ofCase);
    await checkNotices(db, row.code, record, ofCase);
  }
  for await (const { code, seq, what } of breachesOfCases(db)) complain(`${code}, event ${String(seq)}: ${what}`);

  const [events] = await db.select({ events: count() }).from(caseEvents);
  const [told] = await db.select({ notices: count() }).from(notices);
  const acknowledged = entries.filter(({ status }) => status < 300).length;
  return {
    cases: rows.length,
    events: events?.events ?? 0,
    alarms,
    acknowledged,
    refused: entries.length - acknowledged,
    notices: told?.notices ?? 0,
    complaints,
  };
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
  const told = taken.map(({ actor, action }) => name(actor, action));
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

/** The row is the fold of the events, and the workflow itself says the same. */
function checkReadModel(
  row: typeof cases.$inferSelect,
  record: readonly RecordedEvent[],
  live: CaseState,
  complain: Complain
): void {
  const { sealedSeq: _sealed, ...folded } = rowOf(row.code, record) ?? { sealedSeq: 0 };
  const { sealedSeq: _alsoSealed, ...stored } = row;
  for (const [column, value] of Object.entries(folded))
    if (!isDeepStrictEqual(value, stored[column as keyof typeof stored]))
      complain(
        `${column} of its row is ${JSON.stringify(stored[column as keyof typeof stored])}, not ${JSON.stringify(value)}`
      );
  if (!isDeepStrictEqual(live, row.state)) complain(`its workflow says another state than its row`);
}

/** Whoever had to be told has a notice, and nobody else has. */
async function checkNotices(db: Database, code: string, record: readonly RecordedEvent[], complain: Complain) {
  const kept = await db.select().from(notices).where(eq(notices.caseCode, code));
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
