import { configFrom } from '../config';
import { intakeConfigFrom } from '../intake/config';
import { emptyMailbox } from '../intake/email/mailbox';
import { openIntake } from '../intake/open';
import { createLog } from '../observability/log';
import { oneAtATime } from '../running/oneAtATime';
import { runUntilStopped } from '../running/untilStopped';

const EVERY_MILLIS = 60_000;

/** The process that looks into the mailbox once a minute. */
async function watch(): Promise<() => Promise<void>> {
  const config = configFrom(process.env);
  const { imap, maxBytes, ownAddresses } = intakeConfigFrom(process.env);
  if (imap === null) throw new Error('INTAKE_IMAP_HOST, INTAKE_IMAP_USER and INTAKE_IMAP_PASSWORD name the mailbox');
  const log = createLog(config.logLevel);
  const intake = await openIntake(process.env, config, { own: ownAddresses, connections: 2 });
  const take = async (raw: Buffer) => {
    await intake.take(raw);
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
    await intake.close();
  };
}

runUntilStopped(watch);
