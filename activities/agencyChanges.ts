import { getClient, log } from '@temporalio/activity';
import { CaseNotRunning, createBroadcast } from '../client';
import { carriedOutReforms, type ReformRow } from '../db/agencyReforms';
import type { Executor } from '../db/database';
import { agenciesOn, type Agency } from '../db/registers';
import type { AgencyChange } from '../domain/changes';

/**
 * What a reform is to a case of one of its agencies, given the agencies on its day; null where it changed the approval of
 * one that ends on that day itself, whose successor has its own.
 */
export function changeFor(
  { id, successor, document }: ReformRow,
  standing: readonly Agency[],
  from: string
): AgencyChange | null {
  const unit = standing.find((agency) => agency.id === successor);
  if (unit !== undefined)
    return { from, to: { agency: unit.id, needsApproval: unit.needsApproval }, document, reform: id };
  if (from === successor) return null;
  throw new Error(`reform ${String(id)} has no successor on its day`);
}

/** What the reforms that were carried out are to a case in which agencies still take part that ended by them. */
export async function changesOwed(db: Executor, agencies: readonly string[]): Promise<AgencyChange[]> {
  const takingPart = new Set(agencies);
  const owed: AgencyChange[] = [];
  for (const reform of await carriedOutReforms(db)) {
    const concerned = reform.from.filter((agency) => takingPart.has(agency));
    if (concerned.length === 0) continue;
    const standing = await agenciesOn(db, reform.effectiveOn);
    for (const from of concerned.filter((agency) => !standing.some(({ id }) => id === agency))) {
      const change = changeFor(reform, standing, from);
      if (change === null) continue;
      owed.push(change);
      takingPart.add(change.to.agency);
    }
  }
  return owed;
}

/** Tells a case of changes, in their order. One that it has taken already it does not notice. */
export async function tellChanges(code: string, changes: readonly AgencyChange[]): Promise<void> {
  const broadcast = createBroadcast({ client: getClient() });
  try {
    for (const change of changes) await broadcast.agencyChanged(code, change);
  } catch (error) {
    if (!(error instanceof CaseNotRunning)) throw error;
    log.warn('an open case has no workflow', { code });
  }
}
