import { readCaseLines, type CaseLine } from '../db/caseLines';
import type { CaseFilter } from '../db/caseConditions';
import { caseListColumns } from '../documents/caseList';
import { writeList, type ListFormat } from '../documents/listFile';
import type { Naming } from '../documents/naming';
import { isStaff, type Actor } from '../domain/roles';
import { dateOf } from '../domain/time';
import type { ApiContext } from './context';
import { problemOfFile } from './fileProblems';
import { namingOn } from './naming';

/**
 * Writes the list of the cases that the actor may see to a file and has it sent. Only when it is whole: so a list that
 * breaks off is never taken for a whole one, and nobody who reads slowly holds the database up.
 */
export async function withListFile(
  context: ApiContext,
  actor: Actor,
  filter: CaseFilter,
  format: ListFormat,
  send: (path: string) => Promise<void>
): Promise<void> {
  const sent = context.attachments.withPassingFile(async (path) => {
    const names = new Map<string, string>();
    const naming: Naming = {
      ...(await namingOn(context, dateOf(context.now()), [])),
      person: (id) => names.get(id) ?? id,
    };
    await readCaseLines(context.db, actor, filter, (batches) =>
      writeList(path, format, caseListColumns(naming), withNames(batches, names, context, actor))
    );
    await send(path);
  });
  await sent.catch((error: unknown) => {
    throw problemOfFile(error);
  });
}

/** Looks the officers of each batch up before it goes on; a submitter learns which unit handles a case, not which person. */
async function* withNames(
  batches: AsyncIterable<readonly CaseLine[]>,
  names: Map<string, string>,
  { accounts }: Pick<ApiContext, 'accounts'>,
  { role }: Actor
): AsyncGenerator<readonly CaseLine[]> {
  for await (const batch of batches) {
    if (!isStaff(role)) {
      yield batch.map((line) => ({ ...line, officer: null }));
      continue;
    }
    const officers = new Set(batch.map(({ officer }) => officer).filter((id) => id !== null));
    const unknown = [...officers].filter((id) => !names.has(id));
    for (const [id, name] of await accounts.namesOf(unknown)) names.set(id, name);
    yield batch;
  }
}
