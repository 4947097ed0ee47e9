import type { Server } from 'node:http';
import { join } from 'node:path';
import { sql } from 'drizzle-orm';
import { accountsConfigFrom, createAccounts } from './accounts';
import { endLapsedDelegations } from './accounts/lapsedDelegations';
import { createApp } from './api/app';
import { openLiveChanges } from './api/liveChanges';
import { createMetrics } from './api/metrics';
import { createAttachments } from './attachments';
import { attachmentsConfigFrom } from './attachments/config';
import { createLawBook } from './books/lawBook';
import { createCaseClient } from './client';
import { configFrom } from './config';
import { recordAdminAct } from './db/adminEvents';
import { gatherAnswerCounts } from './db/answerCounts';
import { openDatabase } from './db/database';
import { purgeDeliveries } from './db/deliveries';
import { forgetDismissed } from './db/drafts';
import { purgeKeys } from './db/idempotency';
import { migrate } from './db/migrate';
import { agenciesOn } from './db/registers';
import { seedLaw } from './db/seed';
import { trainingClockOf } from './db/trainingClock';
import { createRenderer } from './documents/render';
import { dateOf } from './domain/time';
import { legalTime } from './domain/trainingClock';
import { createIntake } from './intake';
import { intakeConfigFrom } from './intake/config';
import { messagesConfigFrom } from './messages/config';
import { createReceipts } from './messages/receipts';
import { sealAnew } from './messages/sealedAnew';
import { createLog } from './observability/log';
import { startTracing } from './observability/tracing';
import { wakeMended } from './recovery/undelivered';
import { everyDay } from './running/everyDay';
import { inTime } from './running/inTime';
import { runUntilStopped } from './running/untilStopped';
import { createDeliveries } from './starters/deliveries';
import { createPasswordMails } from './starters/passwordMails';
import { createReforms } from './starters/reforms';
import { createRollouts } from './starters/rollouts';
import { scheduleComparisons, scheduleDigests, scheduleSealing } from './starters/schedules';
import { createSubscriberQueues } from './starters/subscriberQueues';
import { subscribersConfigFrom } from './subscribers/config';
import { connectClient, temporalConfig } from './temporal/connect';
import { registerSearchAttributes } from './temporal/registerSearchAttributes';

/** Beside this program where it was built, in the folder of built things where it runs from its source. */
const PAGES = join(__dirname, __filename.endsWith('.ts') ? 'dist/web' : 'web');

const PROBE_MILLIS = 2_000;

/** The largest file that a policy may allow must arrive also over a mobile network in the hills; Node gives five minutes. */
const UPLOAD_MILLIS = 20 * 60_000;

/** Longer than proxies keep a connection that is idle: one that is closed while a request is on its way is told as a failure. */
const IDLE_MILLIS = 75_000;

/** The API process. */
async function serve(): Promise<() => Promise<void>> {
  const config = configFrom(process.env);
  const log = createLog(config.logLevel);
  const tracing = startTracing('api', process.env);
  await migrate(config.databaseUrl);
  const { db, sql: connectionPool, close } = openDatabase(config.databaseUrl, { statementSeconds: 60 });
  const clock = await trainingClockOf(db, config.trainingDaySeconds);
  const now = () => legalTime(Date.now(), clock);
  await seedLaw(db, now());
  await sealAnew(db, config.keyring);
  const { client, connection } = await connectClient(config.keyring);
  const { namespace } = temporalConfig();
  await registerSearchAttributes(connection, namespace);
  const rollouts = createRollouts({ client, taskQueue: config.taskQueue, db });
  await rollouts.takeUp();
  const reforms = createReforms({ client, taskQueue: config.taskQueue, clock, db });
  await reforms.takeUp();
  const subscriberQueues = createSubscriberQueues({ client, taskQueue: config.taskQueue }, db);
  await scheduleSealing({ client, taskQueue: config.taskQueue, clock });
  await scheduleComparisons({ client, taskQueue: config.taskQueue, clock });

  const messagesConfig = messagesConfigFrom(process.env);
  if (messagesConfig.smtp !== null) await scheduleDigests({ client, taskQueue: config.taskQueue, clock });
  const deliveries = createDeliveries({ client, taskQueue: config.taskQueue, clock });
  const passwordMails = createPasswordMails({
    client,
    taskQueue: config.taskQueue,
    db,
    keyring: config.keyring,
    emailIsOn: messagesConfig.smtp !== null,
    production: config.production,
    log,
  });
  await passwordMails.takeUp();
  const accountsConfig = accountsConfigFrom(process.env);
  const accounts = createAccounts({
    sql: connectionPool,
    config: accountsConfig,
    log,
    surroundings: {
      recordAct: (tx, act) => recordAdminAct(tx, { ...act, at: now(), document: null }),
      isAgency: async (tx, agency) => (await agenciesOn(tx, dateOf(now()))).some(({ id }) => id === agency),
      endWhatLapsed: (tx, { account, by }) => endLapsedDelegations(tx, [account], { at: now(), by }),
    },
    sendPasswordReset: (reset) => passwordMails.send(reset),
  });
  const attachments = createAttachments({ db, config: attachmentsConfigFrom(process.env), now });
  const liveChanges = await openLiveChanges(connectionPool);
  const app = createApp({
    db,
    cases: createCaseClient({ client, taskQueue: config.taskQueue, clock }),
    accounts,
    reforms,
    attachments,
    intake: createIntake({ db, attachments, now }),
    zalo: intakeConfigFrom(process.env).zalo,
    rollouts,
    subscribers: { config: subscribersConfigFrom(process.env), keyring: config.keyring },
    subscriberQueues,
    lawBook: createLawBook(db),
    clock,
    messages: {
      config: messagesConfig,
      deliveries,
      receipts: createReceipts({ db, deliveries, now }),
      keyring: config.keyring,
    },
    now,
    liveChanges,
    pages: PAGES,
    trustedProxies: config.trustedProxies,
    casePrefix: config.casePrefix,
    metrics: createMetrics(db, now),
    metricsToken: config.metricsToken,
    issuer: config.issuer,
    render: createRenderer(),
    publicUrl: accountsConfig.publicUrl,
    log,
    probes: {
      postgresql: () => inTime(db.execute(sql`select 1`), PROBE_MILLIS),
      temporal: () =>
        connection.withDeadline(Date.now() + PROBE_MILLIS, () =>
          connection.workflowService.describeNamespace({ namespace })
        ),
    },
  });

  const stopChores = everyDay(
    {
      unusedFiles: () => attachments.purge(),
      expiredSessions: () => accounts.purgeExpired(),
      oldDeliveries: () => purgeDeliveries(db),
      oldKeys: () => purgeKeys(db),
      dismissedMessages: () => forgetDismissed(db),
      answerCounts: () => gatherAnswerCounts(db),
      mendedAddresses: () => wakeMended(db, deliveries),
      waitingSubscribers: () => subscriberQueues.takeUp(),
    },
    log
  );
  const server = await listen(app, config.port, config.host);
  server.requestTimeout = UPLOAD_MILLIS;
  server.keepAliveTimeout = IDLE_MILLIS;
  log.info({ address: server.address() }, 'the API answers');
  return async () => {
    stopChores();
    await liveChanges.stop();
    await closed(server);
    await connection.close();
    await close();
    await tracing?.stop();
    log.info('the API has finished what it took');
  };
}

const listen = (app: ReturnType<typeof createApp>, port: number, host: string) =>
  new Promise<Server>((resolve, reject) => {
    const server = app.listen(port, host, (error) => {
      if (error === undefined) resolve(server);
      else reject(error);
    });
  });

/** Takes nothing new and waits for what is under way; what was answered is not waited on for another request. */
const closed = (server: Server) =>
  new Promise<void>((resolve) => {
    server.keepAliveTimeout = 1;
    server.close(() => {
      resolve();
    });
    server.closeIdleConnections();
  });

runUntilStopped(serve);
