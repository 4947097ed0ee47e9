import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';

const READER = join(__dirname, 'pdfReader.ts');

/** What can be read on each page of a PDF. */
export async function pdfPages(content: Buffer): Promise<string[]> {
  const reader = spawn(process.execPath, ['--import', 'tsx', READER], { stdio: ['pipe', 'pipe', 'inherit'] });
  reader.stdin.end(content);
  return JSON.parse(await text(reader.stdout)) as string[];
}

/** Letters and digits alone: where a line breaks or a space is drawn does not matter. */
export const lettersOf = (told: string): string => told.normalize('NFKC').replace(/[^\p{L}\p{N}]/gu, '');
