import { getClient, log } from '@temporalio/activity';
import { createCaseSignals } from '../caseSignals';
import { carriedOutReforms, type ReformRow } from '../db/agencyReforms';
import type { Executor } from '../db/database';
import { versionsOf } from '../db/registers';
import type { AgencyVersion } from '../domain/agencies';
import type { AgencyChange } from '../domain/changes';
import { entryOn } from '../domain/register';
import type { LocalDate } from '../domain/time';
import { whereRunning } from './whereRunning';

/**
 * What a reform is to a case of one of its agencies, given the register of agencies. A successor takes the case as it
 * stands today; one that has ended since, as it stood on the day of the reform: it passes the case on in its turn. Null
 * where the reform changed the approval of one that ends on that day itself, whose successor has its own.
 */
export function changeFor(
  { id, successor, effectiveOn, document }: ReformRow,
  known: readonly AgencyVersion[],
  from: string,
  today: LocalDate
): AgencyChange | null {
  const standsOn = (day: LocalDate) => (successor === null ? null : entryOn(known, successor, day));
  const unit = (today > effectiveOn ? standsOn(today) : null) ?? standsOn(effectiveOn);
  if (unit !== null)
    return { from, to: { agency: unit.code, needsApproval: unit.facts.needsApproval }, document, reform: id };
  if (from === successor) return null;
  throw new Error(`reform ${String(id)} has no successor on its day`);
}

/** Whose cases a reform that was carried out still concerns: a unit that goes on keeps what it has been given since. */
export const stillConcerned = (
  { from, successor, effectiveOn }: ReformRow,
  known: readonly AgencyVersion[]
): readonly string[] => from.filter((agency) => agency === successor || entryOn(known, agency, effectiveOn) === null);

/** What the reforms that were carried out are to a case in which agencies still take part that they concern. */
export async function changesOwed(
  db: Executor,
  agencies: readonly string[],
  today: LocalDate
): Promise<AgencyChange[]> {
  const takingPart = new Set(agencies);
  const owed: AgencyChange[] = [];
  const known = await versionsOf(db, 'agency');
  for (const reform of await carriedOutReforms(db))
    for (const from of stillConcerned(reform, known).filter((agency) => takingPart.has(agency))) {
      const change = changeFor(reform, known, from, today);
      if (change === null) continue;
      owed.push(change);
      takingPart.add(change.to.agency);
    }
  return owed;
}

/** Tells a case of changes, in their order. One that it has taken already it does not notice. */
export async function tellChanges(code: string, changes: readonly AgencyChange[]): Promise<void> {
  const signals = createCaseSignals(getClient());
  const runs = await whereRunning(async () => {
    for (const change of changes) await signals.agencyChanged(code, change);
  });
  if (!runs) log.warn('an open case has no workflow', { code });
}
