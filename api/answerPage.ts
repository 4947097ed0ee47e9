import { existsSync, readFileSync } from 'node:fs';
import { create, fragment } from 'xmlbuilder2';
import type { Published } from '../db/publications';
import { pageOf, titleOf } from './presentPublication';
import { snippetOf } from './snippet';

/** The page of a published answer: the document of the pages where they were built, with what previews of links show. */
export function answerPages(document: string, publicUrl: string): (row: Published) => string {
  const built = existsSync(document) ? readFileSync(document, 'utf8') : null;
  return (row) => {
    const meta = metadata(row, publicUrl);
    if (built === null) return plainPage(row, meta);
    return built.replace(/<title>[^<]*<\/title>/, '').replace('</head>', () => `${meta}</head>`);
  };
}

function metadata(row: Published, publicUrl: string): string {
  const title = titleOf(row);
  const description = snippetOf(row.answer, undefined).text;
  const url = pageOf(publicUrl, row.number);
  const head = fragment();
  head.ele('title').txt(title);
  head.ele('meta', { name: 'description', content: description });
  head.ele('link', { rel: 'canonical', href: url });
  const properties = { 'og:type': 'article', 'og:title': title, 'og:description': description, 'og:url': url };
  for (const [property, content] of Object.entries(properties)) head.ele('meta', { property, content });
  return head.toString();
}

function plainPage(row: Published, meta: string): string {
  const body = create().ele('body');
  body.ele('h1').txt(titleOf(row));
  for (const text of [row.content, row.answer])
    for (const line of (text ?? '').split('\n').filter(Boolean)) body.ele('p').txt(line);
  return `<!doctype html><html lang="vi"><head><meta charset="utf-8"/>${meta}</head>${body.toString()}</html>`;
}
