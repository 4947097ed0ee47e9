import type { Done, Job } from './render';
import { toDocx } from './toDocx';
import { toPdf } from './toPdf';

const renderers = { pdf: toPdf, docx: toDocx };
let before: Promise<void> = Promise.resolve();

async function work({ number, document, format }: Job): Promise<Done> {
  try {
    return { number, content: await renderers[format](document) };
  } catch (error) {
    return { number, error };
  }
}

process.on('message', (job: Job) => {
  before = before.then(async () => {
    process.send?.(await work(job));
  });
});
