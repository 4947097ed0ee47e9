import { existsSync, readFileSync } from 'node:fs';
import { fragment } from 'xmlbuilder2';
import type { Published } from '../db/publications';
import { addressOfAnswer, titleOf } from './presentPublication';
import { snippetOf } from './snippet';

/** Why there is no answer at an address. */
export type Absence = 'no-such-publication' | 'no-longer-published';

const absences: Readonly<Record<Absence, string>> = {
  'no-such-publication': 'Không có trả lời nào ở địa chỉ này',
  'no-longer-published': 'Trả lời này đã được gỡ khỏi trang công khai',
};

/** Where readers of feeds find the answers; the built document has it already. */
const FEED = '<link rel="alternate" type="application/atom+xml" href="/feed.atom"/>';

/**
 * The pages of published answers, and of addresses where none is: the document of the pages where they were built, with
 * what previews of links show, and the text itself for whoever reads without scripts (R1.2).
 */
export function answerPages(document: string, publicUrl: string) {
  const built = existsSync(document) ? readFileSync(document, 'utf8') : null;
  const page = (head: string, text: string): string =>
    built === null
      ? `<!doctype html><html lang="vi"><head><meta charset="utf-8"/>${FEED}${head}</head><body>${text}</body></html>`
      : built
          .replace(/<title>[^<]*<\/title>/, '')
          .replace('</head>', () => `${head}</head>`)
          .replace(/<noscript>[^<]*<\/noscript>/, () => `<noscript>${text}</noscript>`);
  return {
    ofAnswer: (row: Published): string =>
      page(metadata(row, publicUrl), plainText(titleOf(row), [row.content, row.answer])),
    ofAbsence: (why: Absence): string => page(titled(absences[why]).toString(), plainText(absences[why], [])),
  };
}

function metadata(row: Published, publicUrl: string): string {
  const title = titleOf(row);
  const description = snippetOf(row.answer, undefined).text;
  const url = addressOfAnswer(publicUrl, row.number);
  const head = titled(title);
  head.ele('meta', { name: 'description', content: description });
  head.ele('link', { rel: 'canonical', href: url });
  const properties = { 'og:type': 'article', 'og:title': title, 'og:description': description, 'og:url': url };
  for (const [property, content] of Object.entries(properties)) head.ele('meta', { property, content });
  return head.toString();
}

function titled(title: string) {
  const head = fragment();
  head.ele('title').txt(title);
  return head;
}

function plainText(title: string, texts: readonly (string | null)[]): string {
  const text = fragment();
  text.ele('h1').txt(title);
  for (const part of texts) for (const line of (part ?? '').split('\n').filter(Boolean)) text.ele('p').txt(line);
  return text.toString();
}
