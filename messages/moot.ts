import type { CaseRow } from '../db/cases';
import type { Executor } from '../db/database';
import type { NoticeRow } from '../db/notices';
import { eventsOf } from '../db/recorded';
import type { AlarmData } from '../domain/case';
import type { NoticeTemplate } from '../domain/effects';
import { termKey, type Terms } from '../domain/terms';

/** What loses its sense by what is done meanwhile, or by the time that passes. */
const warnings: readonly NoticeTemplate[] = ['info_reminder', 'info_lapsed', 'due_soon'];

/**
 * Whether a warning has lost its sense while it waited for the morning, or for a provider of ours. What somebody did is
 * told in any case.
 */
export async function isMoot(
  db: Executor,
  { code, state }: CaseRow,
  { seq, template, status }: NoticeRow
): Promise<boolean> {
  if ((status !== 'pending' && status !== 'failed') || !warnings.includes(template)) return false;
  const event = (await eventsOf(db, code)).find((other) => other.seq === seq);
  return event?.type === 'alarm' && lostItsSense(event.data, state.terms);
}

/**
 * Whether nobody needs to hear of an alarm any more, as terms stand now. That a term has ended is of no use once what was
 * owed is done; that it ends soon, also where it has ended since, stands still, or ends on another day.
 */
export function lostItsSense(alarm: AlarmData, terms: Terms): boolean {
  const term = terms[termKey({ ...alarm, name: alarm.term })];
  if (term === undefined || term.settledAt !== null) return true;
  return alarm.kind !== 'due' && (term.phase !== 'running' || term.lastDay !== alarm.lastDay);
}
