import { rm } from 'node:fs/promises';
import { NoAnswer } from '../../reachingCases';
import { startTemporal, type TemporalServer } from '../../embedded/temporal';
import { legalTime } from '../../domain/trainingClock';
import { setCaseStage, type CaseStage } from '../proof/caseStage';
import { announceYears, lawOn, officialYear } from '../support/calendar';
import { eventually } from '../support/eventually';
import { faultless, submission } from '../support/inputs';
import { at } from '../support/law';
import { reception, submitter } from '../support/people';
import type { Process } from '../support/process';
import { temporaryFolder } from '../support/servers';

/** What a commit waits for while the test holds it. */
const GATE = 7;

let dataDir: string;
let temporal: TemporalServer;
let stage: CaseStage;
let worker: Process;

const startServer = () => startTemporal({ dataDir, log: () => undefined });

beforeAll(async () => {
  dataDir = await temporaryFolder();
  temporal = await startServer();
  stage = await setCaseStage(at('2025-12-18 08:00'), { address: temporal.address, patience: 5_000 });
  // Fires as the last thing of a transaction, when everything in it is written and nothing is committed.
  await stage.database.sql.unsafe(`
    create function wait_at_gate() returns trigger language plpgsql as
      $$ begin perform pg_advisory_xact_lock_shared(${String(GATE)}); return null; end $$;
    create constraint trigger gate after insert on case_events
      deferrable initially deferred for each row execute function wait_at_gate();`);
  worker = stage.startWorker();
});

afterAll(async () => {
  await worker.stop();
  await stage.stop();
  await temporal.stop();
  await rm(dataDir, { recursive: true });
});

const seqOnRecord = async (code: string): Promise<number> => {
  const [row] = await stage.database.sql<{ seq: number }[]>`select seq from cases where code = ${code}`;
  return row?.seq ?? 0;
};

/** Null where nobody answered; any other fault ends the test. */
const unlessAnswered = (error: unknown): null => {
  if (error instanceof NoAnswer) return null;
  throw error;
};

test('R5: a case whose worker was paused between the commit and the end of its task learns what it wrote, and nobody acts on it', async () => {
  const { client, clock, database } = stage;
  const now = () => legalTime(Date.now(), clock);
  await announceYears(database.db, [officialYear(2025), officialYear(2026)], now());
  const law = await lawOn(database.db, now());
  const code = 'PAUSED-1';
  const moment = now();
  const submitted = { action: 'submit', by: submitter, at: moment, key: code, input: submission(moment) } as const;
  await eventually(
    () => client.submit(code, submitted, law).catch(unlessAnswered),
    (receipt) => receipt !== null
  );

  const held = await database.sql.reserve();
  await held`select pg_advisory_lock(${GATE})`;
  const act = client
    .act(code, { action: 'forward', by: reception, at: now(), key: 'forward', input: faultless.forward })
    .catch((error: unknown) => error);
  await eventually(
    // This gate alone: PostgreSQL shows the locks of all databases, also those that other tests wait for.
    () => database.sql`
      select from pg_locks join pg_database on pg_database.oid = pg_locks.database
      where datname = current_database() and locktype = 'advisory' and objid = ${GATE} and not granted`,
    ({ length }) => length > 0
  );
  worker.kill('SIGSTOP');
  await held`select pg_advisory_unlock(${GATE})`;
  held.release();
  await eventually(
    () => seqOnRecord(code),
    (seq) => seq === 2
  );

  // Nobody holds the act any more: its sender has given up, and the server keeps what it hands out in memory alone.
  expect(await act).toBeInstanceOf(NoAnswer);
  process.kill(temporal.pid, 'SIGKILL');
  await temporal.stop();
  temporal = await startServer();
  worker.kill('SIGCONT');

  const known = await eventually(
    () => client.state(code).catch(() => null),
    (state) => state?.seq === 2
  );
  expect(known?.status).toBe('forwarded');
});

test('a worker that is told to stop leaves the cases that nobody answers to the next one', async () => {
  worker.kill('SIGSTOP');
  const next = stage.startWorker();
  await eventually(
    () => Promise.resolve(next.output()),
    (output) => output.includes('RUNNING')
  );
  await next.stop();
  worker.kill('SIGCONT');

  expect(await next.ended).toBe(0);
  expect(next.output()).not.toContain('is not known');
});
