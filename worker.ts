import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { OpenTelemetryActivityInboundInterceptor } from '@temporalio/interceptors-opentelemetry';
import { Worker, type WorkerDeploymentOptions, type WorkflowBundleOption } from '@temporalio/worker';
import { createActivities } from './activities';
import { createCaseClient } from './client';
import { configFrom, type Config } from './config';
import { openDatabase } from './db/database';
import { migrate } from './db/migrate';
import { trainingClockOf } from './db/trainingClock';
import { legalTime } from './domain/trainingClock';
import { messagesConfigFrom } from './messages/config';
import { openMessaging } from './messages/openMessaging';
import { createReceipts } from './messages/receipts';
import { createLog } from './observability/log';
import { startTracing } from './observability/tracing';
import { recordedLately } from './recovery/interrupted';
import { keepLookout } from './recovery/lookout';
import { runUntilStopped } from './running/untilStopped';
import { createNoticeDeliveries } from './starters/noticeDeliveries';
import { subscribersConfigFrom } from './subscribers/config';
import { bundleWorkflows } from './temporal/bundle';
import { connectClient, connectWorker, temporalConfig } from './temporal/connect';
import { dataConverter } from './temporal/dataConverter';
import { createLostTasks } from './temporal/lostTasks';
import { registerSearchAttributes } from './temporal/registerSearchAttributes';
import { installRuntime, WORKFLOW_THREADS } from './temporal/runtime';
import { codeOfWorkflow, isCase } from './workflows/messages';

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
  const temporal = await connectClient(config.keyring);
  await registerSearchAttributes(temporal.connection, namespace);
  const { db, close } = openDatabase(config.databaseUrl, { keepPlans: true });
  const clock = await trainingClockOf(db, config.trainingDaySeconds);
  const connection = await connectWorker();
  const now = () => legalTime(Date.now(), clock);
  const how = { client: temporal.client, taskQueue: config.taskQueue, clock };
  const messages = openMessaging({
    config: messagesConfigFrom(process.env),
    keyring: config.keyring,
    db,
    log,
    receipts: createReceipts({ db, deliveries: createNoticeDeliveries(how), now }),
  });
  const lostTasks = createLostTasks();
  const worker = await Worker.create({
    connection,
    namespace,
    taskQueue: config.taskQueue,
    dataConverter: dataConverter(config.keyring),
    interceptors: {
      activity: [
        (context) => ({ inbound: new OpenTelemetryActivityInboundInterceptor(context) }),
        lostTasks.interceptor,
      ],
    },
    activities: createActivities({
      db,
      messaging: messages.messaging,
      recordKey: config.recordKey,
      subscribers: { config: subscribersConfigFrom(process.env), keyring: config.keyring },
      now,
    }),
    workflowBundle: await workflowBundle(config),
    ...(config.casesInMemory === null ? {} : { maxCachedWorkflows: config.casesInMemory }),
    ...(config.buildId === null ? {} : { workerDeploymentOptions: deployment(config.buildId) }),
    workflowThreadPoolSize: WORKFLOW_THREADS,
    shutdownGraceTime: '20s',
    shutdownForceTime: '30s',
  });

  const cases = createCaseClient(how);
  const first = await recordedLately(db, clock);
  const lookout = keepLookout({ db, temporal: temporal.client, cases, log, first });
  lostTasks.watch(worker, (workflowId) => {
    if (isCase(workflowId)) lookout.lookAt(codeOfWorkflow(workflowId));
  });

  // A worker that fails must end the process, so that whoever keeps it running starts another.
  const ran = worker.run().finally(async () => {
    await lookout.stop();
    // Receipts that come over a channel wake deliveries.
    await messages.close();
    await temporal.connection.close();
    await connection.close();
    await close();
    await tracing?.stop();
  });
  ran.catch((error: unknown) => {
    log.fatal({ err: error }, 'the worker has failed');
    process.exit(1);
  });
  return async () => {
    const looked = lookout.stop();
    worker.shutdown();
    await looked;
    await ran;
  };
}

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

runUntilStopped(work);
