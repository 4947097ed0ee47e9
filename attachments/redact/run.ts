import { execFile } from 'node:child_process';
import { extname, join } from 'node:path';
import { promisify } from 'node:util';
import { bareEnvironment } from '../../running/bareEnvironment';
import type { MediaType } from '../../inputs/mediaTypes';

/** A file of which no copy for publication can be made, in words for the one who asked for it. */
export class NotRedactable extends Error {}

/** Something is drawn over its pages as an annotation, perhaps to hide what nobody should see. */
export class DrawnOver extends NotRedactable {}

/** It has too many pages, or takes too much time or memory to read. */
export class TakesTooMuch extends NotRedactable {}

/** What came of a file: the copy lies at the path given, and this can be read in it. */
export interface Redacted {
  readonly text: string;
}

/** What a crafted file may use up before it is given up. */
export interface Bounds {
  readonly memoryKilobytes: number;
  /** For reading a file, and once more for what is made of it. */
  readonly millis: number;
}

/** More pages than this are no copy that anybody looks through, or waits for. */
export const MOST_PAGES = 300;
/** What a page may take beyond that: a few times what it does on a busy machine. */
const MILLIS_OF_PAGE = 1_000;
/** How a process says, before anything else, how many pages it is about to draw. */
const PAGES = /^(\d+)\n/;

/** The way in which copies are made: another number where PDFs that were copied before should not be published any more. */
export const REDACTION = 1;

const usual: Bounds = { memoryKilobytes: 2_000_000, millis: 60_000 };
const OUTPUT_BYTES = 16 * 1024 * 1024;

/** The exit codes by which the process says that the file is at fault, in words, takes too much, or is drawn over. */
export const AT_FAULT = 3;
export const TOO_MUCH = 4;
export const DRAWN_OVER = 5;

const PROCESS = join(__dirname, `process${extname(__filename)}`);

/**
 * Writes a copy of a file without what it tells beside its content, in a process of its own with bounds on memory and
 * time: decoders of pictures and documents are where crafted files do harm.
 * @throws NotRedactable
 */
export async function redactFile(
  type: MediaType,
  from: string,
  to: string,
  { memoryKilobytes, millis }: Bounds = usual
): Promise<Redacted> {
  const command = [process.execPath, ...process.execArgv, PROCESS, type, from, to];
  const script = `ulimit -d ${String(memoryKilobytes)}; exec "$@"`;
  const running = promisify(execFile)('/bin/sh', ['-c', script, 'sh', ...command], {
    env: bareEnvironment(process.env),
    maxBuffer: OUTPUT_BYTES,
  });
  const { child } = running;
  const endIn = (time: number) => setTimeout(() => child.kill('SIGKILL'), time);
  let end = endIn(millis);
  child.stdout?.once('data', (said: Buffer | string) => {
    const pages = PAGES.exec(String(said))?.[1];
    if (pages === undefined) return;
    clearTimeout(end);
    end = endIn(millis + Math.min(Number(pages), MOST_PAGES) * MILLIS_OF_PAGE);
  });
  try {
    const { stdout } = await running;
    return JSON.parse(stdout.replace(PAGES, '')) as Redacted;
  } catch (error) {
    const { code, stdout } = error as { code?: number | string; stdout?: string };
    if (code === DRAWN_OVER) throw new DrawnOver('Something is drawn over its pages.', { cause: error });
    if (code === AT_FAULT) throw new NotRedactable(String(stdout).replace(PAGES, ''), { cause: error });
    throw new TakesTooMuch('The file takes too much to read.', { cause: error });
  } finally {
    clearTimeout(end);
  }
}
