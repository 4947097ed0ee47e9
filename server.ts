import { join } from 'node:path';
import { sql } from 'drizzle-orm';
import { accountsConfigFrom, createAccounts } from './accounts';
import { surroundingsOn } from './accounts/surroundings';
import { createApp } from './api/app';
import { openLiveChanges } from './api/liveChanges';
import { createMetrics } from './api/metrics';
import { createAttachments } from './attachments';
import { attachmentsConfigFrom } from './attachments/config';
import { createLawBook } from './books/lawBook';
import { createCaseClient } from './client';
import { configFrom } from './config';
import { gatherAnswerCounts } from './db/answerCounts';
import { openDatabase } from './db/database';
import { purgeSubscriberDeliveries } from './db/subscriberDeliveries';
import { forgetDismissed } from './db/drafts';
import { purgeKeys } from './db/idempotency';
import { migrate } from './db/migrate';
import { seedLaw } from './db/seed';
import { trainingClockOf } from './db/trainingClock';
import { createRenderer } from './documents/render';
import { legalTime } from './domain/trainingClock';
import { createIntake } from './intake';
import { intakeConfigFrom } from './intake/config';
import { messagesConfigFrom } from './messages/config';
import { createReceipts } from './messages/receipts';
import { sealAnew } from './db/sealedAnew';
import { createLog } from './observability/log';
import { startTracing } from './observability/tracing';
import { wakeMended } from './recovery/undelivered';
import { everyDay } from './running/everyDay';
import { inTime } from './running/inTime';
import { listen } from './running/listening';
import { runUntilStopped } from './running/untilStopped';
import { openStarters } from './starters/open';
import { subscribersConfigFrom } from './subscribers/config';
import { connectClient, temporalConfig } from './temporal/connect';
import { registerSearchAttributes } from './temporal/registerSearchAttributes';

/** Beside this program where it was built, in the folder of built things where it runs from its source. */
const PAGES = join(__dirname, __filename.endsWith('.ts') ? 'dist/web' : 'web');

const PROBE_MILLIS = 2_000;

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
  const how = { client, taskQueue: config.taskQueue, clock };

  const messagesConfig = messagesConfigFrom(process.env);
  const { passwordMails, noticeDeliveries, ...starters } = await openStarters(how, {
    db,
    keyring: config.keyring,
    emailIsOn: messagesConfig.smtp !== null,
    production: config.production,
    log,
  });
  const accountsConfig = accountsConfigFrom(process.env);
  const accounts = createAccounts({
    sql: connectionPool,
    config: accountsConfig,
    log,
    surroundings: surroundingsOn(now),
    sendPasswordReset: (reset) => passwordMails.send(reset),
  });
  const attachments = createAttachments({ db, config: attachmentsConfigFrom(process.env), now });
  const liveChanges = await openLiveChanges(connectionPool);
  const app = createApp({
    db,
    cases: createCaseClient(how),
    accounts,
    attachments,
    intake: createIntake({ db, attachments, now }),
    zalo: intakeConfigFrom(process.env).zalo,
    subscribers: { config: subscribersConfigFrom(process.env), keyring: config.keyring },
    ...starters,
    lawBook: createLawBook(db),
    clock,
    messages: {
      config: messagesConfig,
      deliveries: noticeDeliveries,
      receipts: createReceipts({ db, deliveries: noticeDeliveries, now }),
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
      oldSubscriberDeliveries: () => purgeSubscriberDeliveries(db),
      oldKeys: () => purgeKeys(db),
      dismissedMessages: () => forgetDismissed(db),
      answerCounts: () => gatherAnswerCounts(db),
      mendedAddresses: () => wakeMended(db, noticeDeliveries),
      waitingSubscribers: () => starters.subscriberQueues.takeUp(),
    },
    log
  );
  const { address, close: stopListening } = await listen(app, config);
  log.info({ address }, 'the API answers');
  return async () => {
    stopChores();
    await liveChanges.stop();
    await stopListening();
    await connection.close();
    await close();
    await tracing?.stop();
    log.info('the API has finished what it took');
  };
}

runUntilStopped(serve);
