import { configFrom } from '../config';
import { intakeConfigFrom } from '../intake/config';
import { openIntake } from '../intake/open';

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
  const intake = await openIntake(process.env, configFrom(process.env), { own: ownAddresses, connections: 1 });
  try {
    console.log(await intake.take(raw));
    return OK;
  } finally {
    await intake.close();
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
