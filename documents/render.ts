import { fork, type ChildProcess } from 'node:child_process';
import { extname, join } from 'node:path';
import type { AdministrativeDocument } from './document';

export type DocumentFormat = 'pdf' | 'docx';

/** What the process is asked for, and what it answers under the same number. */
export interface Job {
  readonly number: number;
  readonly document: AdministrativeDocument;
  readonly format: DocumentFormat;
}
export type Done = { readonly number: number } & ({ readonly content: Uint8Array } | { readonly error: unknown });

interface Waiting {
  readonly resolve: (content: Buffer) => void;
  readonly reject: (error: unknown) => void;
}

const PROCESS = join(__dirname, `renderProcess${extname(__filename)}`);
const MEMORY = '--max-old-space-size=1024';

/**
 * Renders documents one after the other in a process of its own, which keeps the fonts: laying out a long petition takes
 * seconds, in which nobody else must wait. A process that dies takes its jobs with it, and the next job starts another.
 */
export function createRenderer(): (document: AdministrativeDocument, format: DocumentFormat) => Promise<Buffer> {
  let running: ChildProcess | null = null;
  let jobs = 0;
  const waiting = new Map<number, Waiting>();

  function started(): ChildProcess {
    const child = fork(PROCESS, { execArgv: [...process.execArgv, MEMORY], serialization: 'advanced' });
    child.on('message', (done: Done) => {
      const job = waiting.get(done.number);
      waiting.delete(done.number);
      if ('error' in done) job?.reject(done.error);
      else job?.resolve(Buffer.from(done.content));
    });
    const failed = (error: Error): void => {
      if (running === child) running = null;
      for (const job of waiting.values()) job.reject(error);
      waiting.clear();
    };
    child.once('error', failed);
    child.once('exit', (code, signal) => {
      failed(new Error(`the process that renders documents ended with ${String(code ?? signal)}`));
    });
    // It ends with this process, and keeps it from ending no longer than its jobs do: requests wait for those.
    child.unref();
    child.channel?.unref();
    return child;
  }

  return (document, format) =>
    new Promise((resolve, reject) => {
      running ??= started();
      const number = ++jobs;
      waiting.set(number, { resolve, reject });
      running.send({ number, document, format } satisfies Job);
    });
}
