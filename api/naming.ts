import type { Attachment } from '../db/attachments';
import type { Executor } from '../db/database';
import { versionsOf, type CatalogueKind } from '../db/registers';
import type { Naming } from '../documents/naming';
import { codesOf, factsOn } from '../domain/register';
import type { LocalDate } from '../domain/time';
import { agencyNamesOn } from './agencyNames';
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

/** What every agency and every category is called on a day, also those that have ended by then or are still to come. */
export async function namesOn(db: Executor, day: LocalDate) {
  const [agencies, categories] = await Promise.all([versionsOf(db, 'agency'), versionsOf(db, 'category')]);
  return {
    agencies: agencyNamesOn(day, codesOf(agencies), agencies),
    categories: Object.fromEntries(
      codesOf(categories).flatMap((code) => {
        const facts = factsOn(categories, code, day);
        return facts === undefined ? [] : [[code, { label: facts.label, labelEn: facts.labelEn }] as const];
      })
    ),
  };
}
