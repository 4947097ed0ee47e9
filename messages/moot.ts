import type { CaseRow } from '../db/cases';
import type { Executor } from '../db/database';
import type { NoticeRow } from '../db/notices';
import { eventsOf } from '../db/recorded';
import type { NoticeTemplate } from '../domain/effects';
import { termKey } from '../domain/terms';

/** What loses its sense by what is done meanwhile. */
const warnings: readonly NoticeTemplate[] = ['info_reminder', 'info_lapsed', 'due_soon'];

/**
 * Whether a warning has lost its sense while it waited for the morning, or for a provider of ours: what it warns of is
 * done, or no longer owed. What somebody did is told in any case.
 */
export async function isMoot(
  db: Executor,
  { code, state }: CaseRow,
  { seq, template, status }: NoticeRow
): Promise<boolean> {
  if ((status !== 'pending' && status !== 'failed') || !warnings.includes(template)) return false;
  const event = (await eventsOf(db, code)).find((other) => other.seq === seq);
  if (event?.type !== 'alarm') return false;
  const owed = state.terms[termKey({ ...event.data, name: event.data.term })];
  return owed === undefined || owed.settledAt !== null;
}
