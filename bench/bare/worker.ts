import { NativeConnection, Runtime, Worker } from '@temporalio/worker';
import postgres from 'postgres';
import { runUntilStopped } from '../../running/untilStopped';
import { WORKFLOW_THREADS } from '../../temporal/runtime';
import { createBareActivities } from './activities';

export const BARE_QUEUE = 'bare';

/** A process of its own, as the service's worker is one. */
async function work(): Promise<() => Promise<void>> {
  // Signals are ours, as in the service's worker: by default the SDK stops at the one that asks for memory.
  Runtime.install({ shutdownSignals: [] });
  const sql = postgres(String(process.env['DATABASE_URL']), { onnotice: () => undefined });
  await sql`create table if not exists bare_acts (id text, number integer, input jsonb, primary key (id, number))`;
  const connection = await NativeConnection.connect({ address: String(process.env['TEMPORAL_ADDRESS']) });
  const { CASES_IN_MEMORY: inMemory } = process.env;
  const worker = await Worker.create({
    connection,
    taskQueue: BARE_QUEUE,
    workflowsPath: require.resolve('./workflow'),
    activities: createBareActivities(sql),
    workflowThreadPoolSize: WORKFLOW_THREADS,
    ...(inMemory === undefined ? {} : { maxCachedWorkflows: Number(inMemory) }),
  });
  const ran = worker.run();
  return async () => {
    worker.shutdown();
    await ran;
    await connection.close();
    await sql.end();
  };
}

if (require.main === module) runUntilStopped(work);
