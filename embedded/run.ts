import { spawn } from 'node:child_process';
import { once } from 'node:events';

/** A system user to run as; only root can choose one. */
export interface User {
  uid: number;
  gid: number;
}

interface RunOptions {
  cwd?: string;
  env?: Record<string, string>;
  user?: User | undefined;
  /** Ends the command after so many minutes. */
  minutes?: number;
}

/** Runs a command to its end and returns what it printed; throws with its last lines when it fails. */
export async function run(command: string, args: string[], { cwd, env, user, minutes = 30 }: RunOptions = {}) {
  const child = spawn(command, args, {
    cwd,
    ...user,
    env: { ...process.env, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
    timeout: minutes * 60_000,
  });
  let output = '';
  const collect = (chunk: Buffer) => (output += chunk.toString());
  child.stdout.on('data', collect);
  child.stderr.on('data', collect);
  const [code, signal] = (await once(child, 'close')) as [number | null, string | null];
  if (code !== 0) throw new Error(`${command} ended with ${String(code ?? signal)}: ${lastLines(output)}`);
  return output.trim();
}

/** The end of a program's output, which is where it says why it failed. */
export function lastLines(output: string, count = 15): string {
  return output.trim().split('\n').slice(-count).join('\n');
}
