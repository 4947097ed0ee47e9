import { createAttachments } from './attachments';
import { attachmentsConfigFrom } from './attachments/config';
import { configFrom } from './config';
import { openDatabase } from './db/database';
import { legalTime } from './domain/trainingClock';
import { createIntake } from './intake';
import { intakeConfigFrom } from './intake/config';
import { readEmail } from './intake/email/read';
import { trainingClockOf } from './db/trainingClock';

/** Exit codes by which mail servers know what to do (sysexits.h). */
const OK = 0;
const DATA_ERROR = 65;
const TRY_AGAIN = 75;

/** Takes in the message on standard input, as a mail server pipes it. */
async function takeIn(): Promise<number> {
  const { maxBytes, ownAddresses } = intakeConfigFrom(process.env);
  const raw = await standardInput(maxBytes);
  if (raw === null) {
    console.error(`the message is larger than ${String(maxBytes)} bytes`);
    return DATA_ERROR;
  }
  const config = configFrom(process.env);
  const { db, close } = openDatabase(config.databaseUrl, { max: 1 });
  try {
    const clock = await trainingClockOf(db, config.trainingDaySeconds);
    const now = () => legalTime(Date.now(), clock);
    const attachments = createAttachments({ db, config: attachmentsConfigFrom(process.env), now });
    const message = await readEmail(raw, { own: ownAddresses, clock }, now());
    console.log(await createIntake({ db, attachments, now }).take(message));
    return OK;
  } finally {
    await close();
  }
}

async function standardInput(maxBytes: number): Promise<Buffer | null> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of process.stdin as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size <= maxBytes) chunks.push(chunk);
  }
  return size > maxBytes ? null : Buffer.concat(chunks);
}

takeIn().then(
  (code) => {
    process.exitCode = code;
  },
  (error: unknown) => {
    // The mail server keeps the message and comes back with it.
    console.error(error instanceof Error ? error.message : error);
    process.exitCode = TRY_AGAIN;
  }
);
