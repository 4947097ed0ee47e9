import assert from 'node:assert/strict';
import type { TermName } from '../../domain/policy';
import { toInstant, toMillis } from '../../domain/time';
import { legalTime } from '../../domain/trainingClock';
import type { caseWorkflow } from '../../workflows/case';
import { caseWorkflowId } from '../../workflows/messages';
import { eventually } from '../support/eventually';
import { replayRuns } from '../support/histories';
import { submission } from '../support/inputs';
import { at, law } from '../support/law';
import { reception } from '../support/people';
import { startTcpProxy, throughProxy } from '../support/tcpProxy';
import { setCaseStage } from './caseStage';
import { named } from './manyCases';

export interface MidnightProof {
  readonly cases: number;
  /** Of the legal clock. */
  readonly speed: number;
  /** Real seconds for the cases to be entered in. Who is entered or recorded later loses nothing. */
  readonly opening: number;
  /** Real seconds for which the database is away. */
  readonly away: number;
  /** Of how many cases the histories are replayed at the end. */
  readonly replayed: number;
  readonly tell: (what: string) => void;
}

const MIDNIGHT = at('2026-10-08 00:00');
const SECOND = 1000;
/** Of the time for which the database is away: midnight comes, and later the worker is killed. */
const UNTIL_MIDNIGHT = 0.2;
const UNTIL_KILLED = 0.6;

/**
 * Cases on a real Temporal server whose term to reject ends at one midnight, at which the database is away; meanwhile the
 * worker is killed. Once both are back, each alarm stands on record once, at its legal time, and nothing else does.
 * Answers within how many seconds the last one did. @throws AssertionError where that is not so.
 */
export async function proveMidnight({ cases, speed, opening, away, replayed, tell }: MidnightProof): Promise<number> {
  const legal = (seconds: number) => seconds * SECOND * speed;
  const outageFrom = toMillis(MIDNIGHT) - legal(away * UNTIL_MIDNIGHT);
  const stage = await setCaseStage(toInstant(outageFrom - legal(opening)), { speed });
  const { temporal, database, taskQueue, clock } = stage;
  const server = new URL(stage.databaseUrl);
  const toDatabase = await startTcpProxy(server.hostname, Number(server.port));
  const start = () => stage.startWorker({ DATABASE_URL: throughProxy(toDatabase, stage.databaseUrl) });
  const passed = (seconds: number) =>
    eventually(
      () => Promise.resolve(toMillis(legalTime(Date.now(), clock))),
      (now) => now >= outageFrom + legal(seconds)
    );
  /** How many events stand on record, or of them the alarms of a term that ran out. */
  const recorded = async (term: TermName | null = null): Promise<number> => {
    const [row] = await database.sql<{ count: number }[]>`
      select count(*)::int as count from case_events
      where ${term}::text is null or (event->'data'->>'term' = ${term} and event->'data'->>'kind' = 'due')`;
    return row!.count;
  };
  /** How many others the database still has at work: what was on its way when it went away may yet be recorded. */
  const atWork = async (): Promise<number> => {
    const [row] = await database.sql<{ count: number }[]>`
      select count(*)::int as count from pg_stat_activity
      where datname = current_database() and backend_type = 'client backend' and state <> 'idle' and pid <> pg_backend_pid()`;
    return row!.count;
  };
  const open = async (code: string): Promise<void> => {
    const input = submission(at('2026-10-05 09:00'), {
      channel: 'paper',
      receiptReason: 'Bưu điện.',
      receiptEvidence: 'envelope',
    });
    const submitted = { action: 'submit', by: reception, at: legalTime(Date.now(), clock), key: code, input } as const;
    await temporal.workflow.start<typeof caseWorkflow>('caseWorkflow', {
      workflowId: caseWorkflowId(code),
      taskQueue,
      args: [{ code, law, clock, submission: submitted }],
    });
  };

  let worker = start();
  try {
    const codes = named('MIDNIGHT', cases);
    await Promise.all(codes.map(open));
    await passed(0);
    toDatabase.cut();
    await eventually(atWork, (others) => others === 0);
    const before = await recorded();
    tell(`${String(before)} of ${String(cases)} cases were on record when the database went away`);
    await passed(away * UNTIL_KILLED);
    worker.kill('SIGKILL');
    await worker.ended;
    await passed(away);
    assert.equal(await recorded(), before, 'something was recorded while the database was away');
    toDatabase.mend();
    const back = Date.now();
    worker = start();

    await eventually(
      () => recorded('rejectBy'),
      (count) => count >= cases
    );
    const seconds = (Date.now() - back) / SECOND;
    const rung = await database.sql`
      select event->>'at' as at, array_agg(distinct seq) as seqs, count(distinct case_code)::int as cases, count(*)::int as events
      from case_events where event->'data'->>'term' = 'rejectBy' and event->'data'->>'kind' = 'due' group by 1`;
    assert.deepEqual([...rung], [{ at: MIDNIGHT, seqs: [2], cases, events: cases }]);
    for (const workflowId of codes.slice(0, replayed).map(caseWorkflowId)) await replayRuns(temporal, workflowId);
    return seconds;
  } finally {
    worker.kill('SIGKILL');
    await worker.ended;
    await toDatabase.close();
    await stage.stop();
  }
}
