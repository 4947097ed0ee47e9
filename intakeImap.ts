import { createAttachments } from './attachments';
import { attachmentsConfigFrom } from './attachments/config';
import { configFrom } from './config';
import { openDatabase } from './db/database';
import { legalTime } from './domain/trainingClock';
import { createIntake } from './intake';
import { intakeConfigFrom } from './intake/config';
import { emptyMailbox } from './intake/email/mailbox';
import { readEmail } from './intake/email/read';
import { createLog } from './observability/log';
import { oneAtATime } from './running/oneAtATime';
import { runUntilStopped } from './running/untilStopped';
import { trainingClockOf } from './db/trainingClock';

const EVERY_MILLIS = 60_000;

/** The process that looks into the mailbox once a minute. */
async function watch(): Promise<() => Promise<void>> {
  const config = configFrom(process.env);
  const { imap, maxBytes, ownAddresses } = intakeConfigFrom(process.env);
  if (imap === null) throw new Error('INTAKE_IMAP_HOST, INTAKE_IMAP_USER and INTAKE_IMAP_PASSWORD name the mailbox');
  const log = createLog(config.logLevel);
  const { db, close } = openDatabase(config.databaseUrl, { max: 2 });
  const clock = await trainingClockOf(db, config.trainingDaySeconds);
  const now = () => legalTime(Date.now(), clock);
  const attachments = createAttachments({ db, config: attachmentsConfigFrom(process.env), now });
  const intake = createIntake({ db, attachments, now });
  const take = async (raw: Buffer) => {
    await intake.take(await readEmail(raw, { own: ownAddresses, clock }, now()));
  };
  const look = () =>
    emptyMailbox({ config: imap, maxBytes, take, log }).then(
      (taken) => {
        if (taken > 0) log.info({ taken }, 'messages were taken in');
      },
      (error: unknown) => {
        log.error({ err: error }, 'the mailbox could not be read; it is tried again');
      }
    );
  const stopLooking = oneAtATime(look, EVERY_MILLIS);
  return async () => {
    await stopLooking();
    await close();
  };
}

runUntilStopped(watch);
