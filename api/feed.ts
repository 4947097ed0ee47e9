import { create } from 'xmlbuilder2';
import type { Published } from '../db/publications';
import { moment } from './present';
import { addressOfAnswer, titleOf } from './presentPublication';

const ATOM = 'http://www.w3.org/2005/Atom';

export interface Feed {
  readonly publicUrl: string;
  /** The address of the feed itself, with its filters. */
  readonly self: string;
  readonly updated: Date;
  readonly entries: readonly Published[];
  /** What the agency that answered was called then. */
  readonly authorOf: (row: Published) => string;
}

/** Published answers as an Atom feed (RFC 4287). */
export function atomFeed({ publicUrl, self, updated, entries, authorOf }: Feed): string {
  const host = new URL(publicUrl).host;
  const feed = create({ version: '1.0', encoding: 'UTF-8' }).ele(ATOM, 'feed', { 'xml:lang': 'vi' });
  feed.ele(ATOM, 'id').txt(self);
  feed.ele(ATOM, 'title').txt('Trả lời phản ánh, kiến nghị');
  feed.ele(ATOM, 'updated').txt(moment(updated));
  feed.ele(ATOM, 'link', { rel: 'self', type: 'application/atom+xml', href: self });
  feed.ele(ATOM, 'link', { rel: 'alternate', type: 'text/html', href: publicUrl });
  for (const row of entries) {
    const entry = feed.ele(ATOM, 'entry');
    entry.ele(ATOM, 'id').txt(`tag:${host},${row.number.slice(0, 4)}:answers/${row.number}`);
    entry.ele(ATOM, 'title').txt(titleOf(row));
    entry.ele(ATOM, 'published').txt(moment(row.firstPublishedAt));
    entry.ele(ATOM, 'updated').txt(moment(row.changedAt));
    entry.ele(ATOM, 'link', { rel: 'alternate', type: 'text/html', href: addressOfAnswer(publicUrl, row.number) });
    entry.ele(ATOM, 'author').ele(ATOM, 'name').txt(authorOf(row));
    if (row.category !== null) entry.ele(ATOM, 'category', { term: row.category });
    if (row.content !== null) entry.ele(ATOM, 'summary').txt(row.content);
    entry.ele(ATOM, 'content', { type: 'text' }).txt(row.answer);
  }
  return feed.end();
}
