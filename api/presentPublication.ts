import { filesOfPublication, type Published } from '../db/publications';
import type { Ranked } from '../db/publicationSearch';
import type { Database } from '../db/database';
import { versionsOf } from '../db/registers';
import type { AgencyVersion } from '../domain/agencies';
import { dateOf, type LocalDate } from '../domain/time';
import { agencyNamesOn } from './agencyNames';
import { moment } from './present';
import { hitsIn, snippetOf } from './snippet';

/** Where people read a published answer; the same for good. */
export const addressOfAnswer = (publicUrl: string, number: string): string => `${publicUrl}/answers/${number}`;

/** The title under which an answer is public; where none was published, its number, never the title that was submitted. */
export const titleOf = ({ title, number }: Published): string => title ?? `Trả lời phản ánh, kiến nghị số ${number}`;

/** The day by whose names whoever reads it is told of agencies and categories. */
export const publishedOn = ({ publishedAt }: Published): LocalDate => dateOf(moment(publishedAt));

const presentHead = (row: Published, publicUrl: string, known: readonly AgencyVersion[]) => ({
  number: row.number,
  url: addressOfAnswer(publicUrl, row.number),
  title: titleOf(row),
  category: row.category,
  agency: row.agency,
  agencies: agencyNamesOn(publishedOn(row), [row.agency], known),
  firstPublishedAt: moment(row.firstPublishedAt),
  publishedAt: moment(row.publishedAt),
});

/** A published answer as everybody reads it. */
export const presentPublication = async (db: Database, row: Published, publicUrl: string) => ({
  ...presentHead(row, publicUrl, await versionsOf(db, 'agency')),
  content: row.content,
  answer: row.answer,
  attachments: (await filesOfPublication(db, row)).map((file) => ({
    ...file,
    href: `${publicUrl}/v1/public/attachments/${file.id}`,
  })),
});

/** A published answer as a line of a list, with what was searched marked in published text alone. */
export function presentFound(
  { publication }: Ranked,
  publicUrl: string,
  query: string | undefined,
  known: readonly AgencyVersion[]
) {
  const body = [publication.content, publication.answer].filter((text) => text !== null);
  const text = body.find((part) => hitsIn(part, query).length > 0) ?? publication.answer;
  const head = presentHead(publication, publicUrl, known);
  return { ...head, titleHits: hitsIn(head.title, query), snippet: snippetOf(text, query) };
}
