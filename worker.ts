import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { OpenTelemetryActivityInboundInterceptor } from '@temporalio/interceptors-opentelemetry';
import { Worker, type WorkerDeploymentOptions, type WorkflowBundleOption } from '@temporalio/worker';
import { createActivities } from './activities';
import { createCaseClient } from './client';
import { configFrom, type Config } from './config';
import { openDatabase } from './db/database';
import { migrate } from './db/migrate';
import { createLog } from './log';
import { openMessaging } from './messaging';
import { startTracing } from './observability/tracing';
import { legalTime } from './domain/trainingClock';
import { runUntilStopped } from './process';
import { tellInterrupted } from './recovery/interrupted';
import { subscribersConfigFrom } from './subscribers/config';
import { bundleWorkflows } from './temporal/bundle';
import { connectClient, connectWorker, temporalConfig } from './temporal/connect';
import { dataConverter } from './temporal/dataConverter';
import { registerSearchAttributes } from './temporal/registerSearchAttributes';
import { installRuntime } from './temporal/runtime';
import { trainingClockOf } from './trainingClock';

/** The bundle that `npm run build` makes; without it the workflows are bundled at start. */
const BUNDLE = join(__dirname, 'workflow-bundle.js');

/** The worker process. */
async function work(): Promise<() => Promise<void>> {
  const config = configFrom(process.env);
  const log = createLog(config.logLevel);
  installRuntime(log, config.workerMetricsAddress);
  const tracing = startTracing('worker', process.env);
  if (config.production && config.recordKey === null)
    throw new Error('RECORD_KEY is missing: without it the roots of the record cannot be signed');
  const { namespace } = temporalConfig();
  await migrate(config.databaseUrl);
  await register(config, namespace);
  const { db, close } = openDatabase(config.databaseUrl);
  const clock = await trainingClockOf(db, config.trainingDaySeconds);
  const connection = await connectWorker();
  const messages = await openMessaging({ env: process.env, config, db, log });
  const worker = await Worker.create({
    connection,
    namespace,
    taskQueue: config.taskQueue,
    dataConverter: dataConverter(config.keyring),
    interceptors: { activity: [(context) => ({ inbound: new OpenTelemetryActivityInboundInterceptor(context) })] },
    activities: createActivities({
      db,
      messaging: messages.messaging,
      recordKey: config.recordKey,
      subscribers: { config: subscribersConfigFrom(process.env), keyring: config.keyring },
      now: () => legalTime(Date.now(), clock),
    }),
    workflowBundle: await workflowBundle(config),
    ...(config.buildId === null ? {} : { workerDeploymentOptions: deployment(config.buildId) }),
    shutdownGraceTime: '20s',
    shutdownForceTime: '30s',
  });

  // A worker that fails must end the process, so that whoever keeps it running starts another.
  const ran = worker.run().finally(async () => {
    await messages.close();
    await connection.close();
    await close();
    await tracing?.stop();
  });
  ran.catch((error: unknown) => {
    log.fatal({ err: error }, 'the worker has failed');
    process.exit(1);
  });
  // Beside its work: after a stop in a rush there are many of them, and nobody else has to wait for that.
  const stopping = new AbortController();
  const looked = lookAfterInterrupted(stopping.signal).catch((error: unknown) => {
    log.error({ err: error }, 'cases that were interrupted could not be told');
  });
  return async () => {
    stopping.abort();
    await looked;
    worker.shutdown();
    await ran;
  };

  async function lookAfterInterrupted(signal: AbortSignal): Promise<void> {
    const { client, connection } = await connectClient(config.keyring);
    try {
      const cases = createCaseClient({ client, taskQueue: config.taskQueue, clock });
      const told = await tellInterrupted(db, cases, legalTime(Date.now() - LOOK_BACK_MILLIS, clock), signal);
      if (told.length > 0) log.info({ cases: told }, 'cases that were interrupted look at their record');
    } finally {
      await connection.close();
    }
  }
}

/** A task that wrote and was lost ended within this time before. */
const LOOK_BACK_MILLIS = 300_000;

function workflowBundle(config: Config): WorkflowBundleOption | Promise<WorkflowBundleOption> {
  const codePath = config.workflowBundle ?? (existsSync(BUNDLE) ? BUNDLE : null);
  return codePath === null ? bundleWorkflows() : { codePath };
}

/** Open cases move to the newest code, which replay tests have shown to be able to take them up. */
const deployment = (buildId: string): WorkerDeploymentOptions => ({
  version: { deploymentName: 'cases', buildId },
  useWorkerVersioning: true,
  defaultVersioningBehavior: 'AUTO_UPGRADE',
});

async function register({ keyring }: Config, namespace: string): Promise<void> {
  const { connection } = await connectClient(keyring);
  await registerSearchAttributes(connection, namespace);
  await connection.close();
}

runUntilStopped(work);
