import { fork } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';

const ROOT = join(__dirname, '..', '..');

/** One of our own processes, run from its source. It ends with the test's process at the latest. */
export interface Process {
  readonly pid: number;
  /** Resolves to the exit code. */
  readonly ended: Promise<number | null>;
  /** What it has printed so far. */
  readonly output: () => string;
  readonly kill: (signal: NodeJS.Signals) => void;
  /** Asks it to end and waits until it has; may be called again. */
  readonly stop: () => Promise<void>;
}

/** Starts a script of the project with the environment added to ours. */
export function startProcess(script: string, env: Record<string, string>, args: readonly string[] = []): Process {
  const child = fork(join(ROOT, script), args, {
    cwd: ROOT,
    execArgv: ['--import', 'tsx'],
    env: { ...process.env, ...env },
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
  });
  const printed: Buffer[] = [];
  child.stdout?.on('data', (chunk: Buffer) => printed.push(chunk));
  child.stderr?.on('data', (chunk: Buffer) => printed.push(chunk));
  const ended = once(child, 'exit').then(([code]) => code as number | null);
  if (child.pid === undefined) throw new Error(`${script} cannot be started`);
  return {
    pid: child.pid,
    ended,
    output: () => Buffer.concat(printed).toString(),
    kill: (signal) => child.kill(signal),
    stop: async () => {
      child.kill('SIGTERM');
      // One that a test has paused hears of nothing before it goes on.
      child.kill('SIGCONT');
      await ended;
    },
  };
}

/** Asks until the probe no longer throws. @throws Error with what the process printed, if it ends before. */
export async function answering(process: Process, probe: () => Promise<unknown>): Promise<void> {
  const ended = process.ended.then(() => 'ended' as const);
  const attempt = () =>
    probe().then(
      () => 'answers' as const,
      () => 'silent' as const
    );
  for (;;) {
    const state = await Promise.race([ended, attempt()]);
    if (state === 'answers') return;
    if (state === 'ended') throw new Error(`the process has ended: ${process.output()}`);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}
