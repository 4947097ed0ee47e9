import type { Attachment } from '../db/attachments';
import { versionsOf, type CatalogueKind } from '../db/registers';
import type { Naming } from '../documents/naming';
import { factsOn } from '../domain/register';
import type { LocalDate } from '../domain/time';
import type { ApiContext } from './context';

const lists: readonly CatalogueKind[] = ['category', 'rejection_reason', 'publication_form'];

/** What agencies and entries of lists were called on a day, people and files at all. */
export async function namingOn(
  { db, accounts }: Pick<ApiContext, 'db' | 'accounts'>,
  day: LocalDate,
  people: readonly string[],
  files: readonly Attachment[] = []
): Promise<Naming> {
  const [agencies, names, ...entries] = await Promise.all([
    versionsOf(db, 'agency'),
    accounts.namesOf(people),
    ...lists.map((list) => versionsOf(db, list)),
  ]);
  const fileNames = new Map(files.map(({ id, name }) => [id, name]));
  return {
    agency: (id) => factsOn(agencies, id, day)?.name ?? id,
    person: (id) => names.get(id) ?? id,
    file: (id) => fileNames.get(id) ?? id,
    entry: (list, code) => factsOn(entries[lists.indexOf(list)] ?? [], code, day)?.label ?? code,
  };
}
