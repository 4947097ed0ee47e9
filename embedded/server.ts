import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { closeSync, openSync } from 'node:fs';
import { readFile, stat } from 'node:fs/promises';
import { setTimeout as delay } from 'node:timers/promises';
import { lastLines, type User } from './run';

export type Log = (message: string) => void;

/** A server that this process started and that ends with it. */
export interface Server {
  pid: number;
  /** Resolves once the process has ended, to a sentence that says how; never rejects. */
  exited: Promise<string>;
  /** Asks the process to end and waits until it has; may be called again. */
  stop: () => Promise<void>;
}

interface Launch {
  name: string;
  command: string;
  args: string[];
  /** Receives all that the server prints, after what earlier runs printed. */
  logFile: string;
  user?: User | undefined;
  /** What the server's environment has beyond ours. */
  env?: NodeJS.ProcessEnv;
  /** Throws for as long as the server does not answer. */
  probe: () => Promise<unknown>;
}

/**
 * Becomes the server, beside a watcher that interrupts it when standard input closes: when whoever started it is gone,
 * killed or not. The watcher belongs to no one, since a server may mind children that it did not start.
 */
const KEEPER = `
exec 3<&0
( ( read -r _ <&3; kill -INT $$ 2>/dev/null ) & )
exec "$@" 3<&- </dev/null`;

const START_SECONDS = 60;
const STOP_SECONDS = 30;

/** Starts a server and waits until it answers; throws with the last lines of its log when it does not come up. */
export async function launch({ name, command, args, logFile, user, env, probe }: Launch): Promise<Server> {
  const log = openSync(logFile, 'a');
  const logStart = (await stat(logFile)).size;
  // A process group of its own: Ctrl-C reaches us alone, and we decide what stops before what.
  const child = spawn('sh', ['-c', KEEPER, 'sh', command, ...args], {
    ...user,
    env: { ...process.env, ...env },
    cwd: '/',
    detached: true,
    stdio: ['pipe', log, log],
  });
  closeSync(log);
  const { pid } = child;
  if (pid === undefined)
    throw new Error(`${name} needs the shell "sh" to start`, { cause: await once(child, 'error') });

  let ended = false;
  const exited = once(child, 'exit').then(([code, signal]) => {
    ended = true;
    return `${name} ended with ${String(code ?? signal)} (log: ${logFile})`;
  });
  const stop = async () => {
    if (ended) return;
    child.kill('SIGINT');
    // To PostgreSQL this means: at once, and recover at the next start. To others: end.
    const insist = setTimeout(() => child.kill('SIGQUIT'), STOP_SECONDS * 1000);
    await exited;
    clearTimeout(insist);
  };

  const problem = await whyNotReady(probe, exited, () => ended);
  if (problem !== undefined) {
    await stop();
    const printed = (await readFile(logFile)).subarray(logStart).toString();
    throw new Error(`${name} did not start: ${problem}. The end of ${logFile}:\n${lastLines(printed)}`);
  }
  return { pid, exited, stop };
}

async function whyNotReady(
  probe: () => Promise<unknown>,
  exited: Promise<string>,
  ended: () => boolean
): Promise<string | undefined> {
  const giveUpAt = Date.now() + START_SECONDS * 1000;
  for (;;) {
    const problem = await Promise.race([probe().then(() => undefined, String), exited]);
    if (problem === undefined) return undefined;
    if (ended() || Date.now() > giveUpAt) return problem;
    await delay(100);
  }
}
