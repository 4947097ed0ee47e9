import { fork } from 'node:child_process';
import { extname, join } from 'node:path';
import { bareEnvironment } from '../running/bareEnvironment';
import { createFairLane } from '../running/fairLane';
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

/** Far longer than the longest petition takes: whoever is silent for so long hangs. */
const PATIENCE_MILLIS = 2 * 60_000;

/**
 * Renders documents one after the other in a process of its own, which keeps the fonts: laying out a long petition takes
 * seconds, in which nobody else must wait. A process that dies, or is ended since a document takes too long, takes its
 * jobs with it, and the next job starts another.
 */
export function createRenderer(patience = PATIENCE_MILLIS) {
  let running: RenderProcess | null = null;
  const inLane = createFairLane();
  const render = (document: AdministrativeDocument, format: DocumentFormat): Promise<Buffer> => {
    if (running?.hasEnded() !== false) running = startRenderProcess(patience);
    return running.render(document, format);
  };
  /** @param submitter who asks for it, null of staff: those wait for one document of all submitters at most. */
  return (document: AdministrativeDocument, format: DocumentFormat, submitter: string | null): Promise<Buffer> =>
    submitter === null ? render(document, format) : inLane(submitter, () => render(document, format));
}

type RenderProcess = ReturnType<typeof startRenderProcess>;

function startRenderProcess(patience: number) {
  const child = fork(PROCESS, {
    execArgv: [...process.execArgv, MEMORY],
    env: bareEnvironment(process.env),
    serialization: 'advanced',
  });
  const waiting = new Map<number, Waiting>();
  let jobs = 0;
  let ended = false;
  let impatience: NodeJS.Timeout | undefined;

  child.on('message', (done: Done) => {
    const job = waiting.get(done.number);
    waiting.delete(done.number);
    if ('error' in done) job?.reject(done.error);
    else job?.resolve(Buffer.from(done.content));
    waitAnew();
  });
  child.once('error', end);
  child.once('exit', (code, signal) => {
    end(new Error(`the process that renders documents ended with ${String(code ?? signal)}`));
  });
  // It ends with this process, and keeps it from ending no longer than its jobs do: requests wait for those.
  child.unref();
  child.channel?.unref();

  function waitAnew(): void {
    clearTimeout(impatience);
    if (waiting.size > 0) impatience = setTimeout(() => child.kill('SIGKILL'), patience);
  }

  function end(error: Error): void {
    ended = true;
    clearTimeout(impatience);
    for (const job of waiting.values()) job.reject(error);
    waiting.clear();
  }

  return {
    hasEnded: () => ended,
    render: (document: AdministrativeDocument, format: DocumentFormat) =>
      new Promise<Buffer>((resolve, reject) => {
        const number = ++jobs;
        waiting.set(number, { resolve, reject });
        if (waiting.size === 1) waitAnew();
        child.send({ number, document, format } satisfies Job);
      }),
  };
}
