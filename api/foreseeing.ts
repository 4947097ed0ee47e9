import { openCases } from '../db/calendar';
import { foresee } from '../domain/calendarPreview';
import type { CalendarYear } from '../domain/calendarYear';
import type { CaseState, Moved } from '../domain/case';
import { latest } from '../domain/time';
import type { ApiContext } from './context';
import { pageOf, type Page } from '../http/page';

interface ForeseenCase {
  readonly code: string;
  readonly moved: readonly Moved[];
  readonly overdue: readonly string[];
}

/** A page of the cases in which a deadline would move. */
export interface Preview extends Page<ForeseenCase> {
  /** Of all open cases; null on later pages. */
  readonly totals: { readonly open: number; readonly moved: number; readonly overdue: number } | null;
}

const BATCH = 500;

/**
 * Reckons what years would do to every open case, without applying them. The first page reckons all for the totals, a
 * later one only as far as it is filled.
 */
export async function previewOf(
  { db, lawBook, now }: ApiContext,
  years: readonly CalendarYear[],
  cursor: string | null,
  limit: number
): Promise<Preview> {
  const proposed = await lawBook.calendar.proposed(years);
  const at = now();
  const totals = { open: 0, moved: 0, overdue: 0 };
  const found: ForeseenCase[] = [];

  const reckon = async (code: string, state: CaseState): Promise<void> => {
    const calendar = proposed.calendarFor(state.receivedAt, latest(state.asOf, at));
    const law = { calendar, policy: await lawBook.policy(state.policy) };
    const { moved, overdue } = foresee(state, { calendar, document: '', reason: '' }, law, at);
    totals.open++;
    if (moved.length === 0) return;
    totals.moved++;
    if (overdue.length > 0) totals.overdue++;
    if (found.length <= limit) found.push({ code, moved, overdue });
  };

  for (let after = cursor; ;) {
    const batch = await openCases(db, after ?? '', BATCH);
    for (const { code, state } of batch) await reckon(code, state);
    after = batch.at(-1)?.code ?? null;
    if (after === null || (cursor !== null && found.length > limit)) break;
  }
  return { totals: cursor === null ? totals : null, ...pageOf(found, limit, ({ code }) => code) };
}
