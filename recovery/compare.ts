import { isDeepStrictEqual } from 'node:util';
import { WorkflowNotFoundError, type Client } from '@temporalio/client';
import { and, asc, eq, gt } from 'drizzle-orm';
import { CaseNotRunning, CaseStuck, NoAnswer } from '../reachingCases';
import type { CaseClient } from '../client';
import type { Database } from '../db/database';
import { eventsOf } from '../db/recorded';
import { cases } from '../db/schema';
import { anyOf } from '../db/search';
import { isWhollyErased, type CaseEvent, type CaseState } from '../domain/case';
import { canonical } from '../record/canonical';
import { caseWorkflowId, codeForgotten, codeOfWorkflow } from '../workflows/messages';
import { historyOf } from './history';
import type { Retelling } from './retelling';
import { someAtOnce } from '../running/someAtOnce';

/** How PostgreSQL and Temporal disagree about a case. */
export interface Divergence {
  readonly code: string;
  /**
   * `recordBehind`: Temporal knows the record and later events, or a case that PostgreSQL does not have: that one was
   * restored to an earlier moment. `workflowBehind`: it does not know what is on record, whatever it has come to believe
   * since. `noWorkflow`: open on record, and nothing runs for it. `stuck`: open on record, and its workflow cannot go on.
   * `notErased`: Temporal has forgotten it because its submitter was erased, and the record does not know of that.
   */
  readonly kind: 'recordBehind' | 'workflowBehind' | 'noWorkflow' | 'stuck' | 'notErased';
  /** The number of the latest event on record; 0 where there is none. */
  readonly recorded: number;
  /** The number of the latest event that the workflow knows; 0 where there is none. */
  readonly known: number;
}

export interface Stores {
  readonly db: Database;
  readonly temporal: Client;
  readonly cases: CaseClient;
  readonly retell: Retelling;
  /** Where this installation's cases run; others may share the namespace. */
  readonly taskQueue: string;
}

const BATCH = 200;

/**
 * Compares both stores case by case: every open one, and those that Temporal still knows though they have ended. A case
 * that is at work just now may look behind; who wants to be sure looks again (`stillDiverging`).
 */
export async function* divergences(stores: Stores): AsyncGenerator<Divergence> {
  const seen = new Set<string>();
  const erased = await erasedLately(stores);
  for await (const codes of batchesOf(codesToCompare(stores, erased.keys()))) {
    const fresh = [...new Set(codes)].filter((code) => !seen.has(code));
    fresh.forEach((code) => seen.add(code));
    yield* await compared(stores, fresh, erased);
  }
}

/** Those that diverge still. */
export async function stillDiverging(stores: Stores, suspects: readonly Divergence[]): Promise<Divergence[]> {
  return compared(
    stores,
    suspects.map(({ code }) => code),
    await erasedLately(stores)
  );
}

async function compared(
  stores: Stores,
  codes: readonly string[],
  erased: ReadonlyMap<string, number>
): Promise<Divergence[]> {
  const rows = await stores.db
    .select({ code: cases.code, open: cases.open, state: cases.state })
    .from(cases)
    .where(anyOf(cases.code, codes));
  const rowOf = new Map(rows.map((row) => [row.code, row]));
  const found = await someAtOnce(codes, async (code) => {
    const row = rowOf.get(code);
    const divergence = await divergenceOf(stores, code, row);
    const through = erased.get(code);
    if (through === undefined) return divergence;
    // Of a case that neither store has any more nothing is left to be done.
    if (row === undefined) return divergence?.kind === 'noWorkflow' ? null : divergence;
    if (divergence !== null || isWhollyErased(row.state) || lookedAt(row.state) >= through) return divergence;
    return { code, kind: 'notErased' as const, recorded: row.state.seq, known: 0 };
  });
  return found.filter((divergence) => divergence !== null);
}

/** How far the erasures on record looked. Where the record was restored its numbers began again: only that of the last erasure compares. */
const lookedAt = ({ erased, erasedThrough = 0 }: CaseState): number => (erased === true ? erasedThrough : -1);

async function divergenceOf(
  stores: Stores,
  code: string,
  row: { readonly open: boolean; readonly state: CaseState } | undefined
): Promise<Divergence | null> {
  const live = await stateKnownTo(stores, code);
  const recorded = row?.state.seq ?? 0;
  if (live === 'noWorkflow' || live === 'stuck')
    return row?.open === false ? null : { code, kind: live, recorded, known: 0 };
  if (isDeepStrictEqual(live, row?.state)) return null;
  const kind = (await knowsRecord(stores, code, recorded)) ? 'recordBehind' : 'workflowBehind';
  return { code, kind, recorded, known: live.seq };
}

/** What a workflow, running or closed, believes; or why it says nothing. @throws NoAnswer where no worker is there */
async function stateKnownTo(stores: Stores, code: string): Promise<CaseState | 'noWorkflow' | 'stuck'> {
  try {
    return await stores.cases.state(code);
  } catch (error) {
    if (error instanceof CaseNotRunning || error instanceof WorkflowNotFoundError) return 'noWorkflow';
    if (error instanceof CaseStuck) return 'stuck';
    // Whoever asks while its task is on its way to fail is not answered at all.
    if (error instanceof NoAnswer && (await failsToGoOn(stores, code))) return 'stuck';
    throw error;
  }
}

/** A task that was lost with a worker or two is tried anew in seconds, and done. */
const TRIES = 3;

async function failsToGoOn({ temporal }: Stores, code: string): Promise<boolean> {
  const { raw } = await temporal.workflow.getHandle(caseWorkflowId(code)).describe();
  return (raw.pendingWorkflowTask?.attempt ?? 0) >= TRIES;
}

/**
 * Whether what stands on record is what the case had written, as far as Temporal holds it, and it wrote what comes next.
 * What people did is compared, not what the rules made of it: histories are told by the rules of today, and where these
 * are others, what only Temporal knows must not be thrown away for it.
 */
async function knowsRecord(stores: Stores, code: string, recorded: number): Promise<boolean> {
  const written = (await historyOf(stores, code)).flatMap(({ entries }) => entries.flatMap(({ events }) => events));
  const onRecord = new Map((await eventsOf(stores.db, code)).map((event) => [event.seq, said(event)]));
  return (
    written.some(({ seq }) => seq === recorded + 1) &&
    written.every((event) => event.seq > recorded || onRecord.get(event.seq) === said(event))
  );
}

const said = ({ changes: _, ...event }: CaseEvent): string => canonical(event);

/** Every open case on record, then every case of which Temporal keeps a run or that it has forgotten lately; some come twice. */
async function* codesToCompare({ db, temporal, taskQueue }: Stores, erased: Iterable<string>): AsyncGenerator<string> {
  for (let after = ''; ;) {
    const page = await db
      .select({ code: cases.code })
      .from(cases)
      .where(and(eq(cases.open, true), gt(cases.code, after)))
      .orderBy(asc(cases.code))
      .limit(BATCH);
    for (const { code } of page) yield code;
    const last = page.at(-1);
    if (last === undefined) break;
    after = last.code;
  }
  const query = `WorkflowType = 'caseWorkflow' AND TaskQueue = '${taskQueue}'`;
  for await (const { workflowId } of temporal.workflow.list({ query })) yield codeOfWorkflow(workflowId);
  yield* erased;
}

/** The cases that were erased lately, whatever the record says, each with the latest event that its last erasure looked at. */
async function erasedLately({
  temporal,
  taskQueue,
}: Pick<Stores, 'temporal' | 'taskQueue'>): Promise<Map<string, number>> {
  const last = new Map<string, { readonly begun: Date; readonly through: number }>();
  const query = `WorkflowType = 'forgetting' AND TaskQueue = '${taskQueue}'`;
  for await (const { workflowId, startTime: begun, memo } of temporal.workflow.list({ query })) {
    const code = codeForgotten(workflowId);
    const known = last.get(code);
    if (known === undefined || known.begun < begun) last.set(code, { begun, through: Number(memo?.['through'] ?? 0) });
  }
  return new Map([...last].map(([code, { through }]) => [code, through]));
}

async function* batchesOf(codes: AsyncIterable<string>): AsyncGenerator<string[]> {
  let batch: string[] = [];
  for await (const code of codes) {
    batch.push(code);
    if (batch.length < BATCH) continue;
    yield batch;
    batch = [];
  }
  if (batch.length > 0) yield batch;
}
