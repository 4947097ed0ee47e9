import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';

const ROOT = join(__dirname, '..', '..');

/** A command of the README as a user runs it, with servers of its own under a data folder. */
export interface Program {
  readonly child: ChildProcess;
  readonly output: () => string;
  /** Resolves once the program has printed the text. @throws Error if it ends before. */
  readonly printed: (text: string) => Promise<void>;
  /** Ctrl-C, and waits for the end. */
  readonly stop: () => Promise<void>;
  /** Ends it at once, and nothing in order. */
  readonly crash: () => Promise<void>;
}

/** Runs a script of the project from its source. The servers of the other tests are kept from it. */
export function runProgram(script: string, dataDir: string, env: Readonly<Record<string, string>> = {}): Program {
  const child = spawn(process.execPath, ['--import', 'tsx', script], {
    cwd: ROOT,
    env: { ...withoutServers(), DATA_DIR: dataDir, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let output = '';
  const waiting: (() => void)[] = [];
  const tell = () => {
    for (const look of waiting.splice(0)) look();
  };
  child.on('exit', tell);
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', (chunk: Buffer) => {
      output += chunk.toString();
      tell();
    });
  const hasEnded = () => child.exitCode !== null || child.signalCode !== null;
  const end = async (signal: NodeJS.Signals) => {
    if (hasEnded()) return;
    child.kill(signal);
    await once(child, 'exit');
  };
  return {
    child,
    output: () => output,
    printed: async (text) => {
      while (!output.includes(text)) {
        if (hasEnded()) throw new Error(`${script} ended: ${output}`);
        await new Promise<void>((look) => waiting.push(look));
      }
    },
    stop: () => end('SIGINT'),
    crash: () => end('SIGKILL'),
  };
}

function withoutServers(): NodeJS.ProcessEnv {
  const { DATABASE_URL: _database, TEMPORAL_ADDRESS: _temporal, PORT: _port, ...env } = process.env;
  return env;
}

/** What the embedded servers keep in the data folder about themselves. */
export interface DataFolder {
  /** The process of `worker`, `worker-2`, `api`, `api-2`, `temporal` or `postgres` that runs now. */
  readonly pidOf: (part: string) => Promise<number>;
  readonly portOf: (part: 'api' | 'temporal' | 'postgres') => Promise<number>;
  readonly secrets: () => Promise<{ samplePassword: string; payloadKeys: string }>;
}

export function dataFolder(dataDir: string): DataFolder {
  const readJson = async (file: string) => JSON.parse(await readFile(join(dataDir, file), 'utf8')) as unknown;
  const run = async (part: string) => (await readJson(`${part}.run.json`)) as { pid: number; port: number };
  return {
    pidOf: async (part) =>
      /^(worker|api|bare)/.test(part)
        ? Number(await readFile(join(dataDir, `${part}.pid`), 'utf8'))
        : (await run(part)).pid,
    portOf: async (part) => (await run(part)).port,
    secrets: async () => (await readJson('secrets.json')) as { samplePassword: string; payloadKeys: string },
  };
}
