import { randomInt } from 'node:crypto';
import { once } from 'node:events';
import { createServer } from 'node:net';

/** Below those that systems give to whoever asks for any, so that nobody gets one by chance before its process has started. */
const FIRST = 20_000;
/** For each of jest's processes. */
const EACH = 2_000;
const PROCESSES = 6;

const start = FIRST + (Number(process.env['JEST_WORKER_ID'] ?? 0) % PROCESSES) * EACH;
/** Somewhere among its own: another run on the same machine counts from elsewhere. */
let given = randomInt(EACH);

/** A port that was free a moment ago: the address must be known before the process starts. */
export async function freePort(): Promise<number> {
  for (;;) {
    given = (given + 1) % EACH;
    if (await isFree(start + given)) return start + given;
  }
}

async function isFree(port: number): Promise<boolean> {
  const server = createServer();
  try {
    await once(server.listen(port, '127.0.0.1'), 'listening');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EADDRINUSE') return false;
    throw error;
  }
  server.close();
  await once(server, 'close');
  return true;
}
