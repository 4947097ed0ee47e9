import { attachmentsOf, copiesOf } from '../db/attachments';
import { findCase } from '../db/cases';
import { chainOf } from '../db/recorded';
import type { Fault } from '../domain/case';
import { fault } from '../domain/faults';
import type { ActionInputs } from '../domain/inputs';
import type { Asked } from '../inputs/actions';
import { kindsKnownIn } from '../redaction';
import { goesWhole, spokenBySubmitter, textsToErase } from '../record/erasable';
import type { ApiContext } from './context';
import { personOf } from './personalData';

/** What an erasure takes: the submitter's own words and files, and whatever else of the case tells of them. */
export async function erasureOf(
  { db }: Pick<ApiContext, 'db'>,
  code: string,
  { requestedOn, reason, files }: Asked<'erase'>
): Promise<{ input: ActionInputs['erase'] } | { faults: Fault[] }> {
  const [row, { links, personal }, named] = await Promise.all([
    findCase(db, code),
    chainOf(db, code),
    attachmentsOf(db, code),
  ]);
  if (row === undefined) throw new Error(`there is no case ${code}`);
  const submitter = await personOf(db, row);
  const tells = (text: string): boolean => kindsKnownIn(text, submitter).length > 0;
  const faults: Fault[] = files.flatMap((id, index) =>
    named.some(({ file }) => file.id === id)
      ? []
      : [fault(`/files/${String(index)}`, 'unknown', 'is no file of the case')]
  );
  if (tells(reason)) faults.push(fault('/reason', 'personal', 'tells of the submitter, and stays'));
  if (faults.length > 0) return { faults };
  const events = links.map(({ event }) => event);
  const isWhole = goesWhole(events);
  // What an act names that stays is its file too.
  const goesWithItsActs = (id: string) =>
    named.filter(({ file }) => file.id === id).every(({ use: { act, seq } }) => isWhole({ type: act, seq }));
  const own = named
    .filter(
      ({ file, use }) =>
        spokenBySubmitter.includes(use.act) || goesWithItsActs(file.id) || files.includes(file.id) || tells(file.name)
    )
    .map(({ file }) => file.id);
  const copiesOfFile = await copiesOf(db, own);
  return {
    input: {
      requestedOn,
      reason,
      erased: textsToErase(events, personal, tells),
      files: [...new Set([...own, ...own.flatMap(copiesOfFile).map(({ id }) => id)])].sort(),
      through: links.at(-1)?.seq ?? 0,
    },
  };
}
