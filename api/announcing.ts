import { assertAdministrator } from '../accounts/administrator';
import { yearsOf, type Years } from '../books/calendarBook';
import { recordAdminAct } from '../db/adminEvents';
import { addYears, allYearVersions, lockCalendar } from '../db/calendar';
import { canonical } from '../record/canonical';
import { faultsOfAnnouncements } from '../domain/announcement';
import type { CalendarYear } from '../domain/calendarYear';
import type { Fault } from '../domain/case';
import type { Actor } from '../domain/roles';
import { inOrder } from '../inputs/calendar';
import type { ApiContext } from './context';
import { assertFaultless, Problem } from '../http/problems';

/** Years as somebody would announce them, and where each stands in what was sent. */
export interface Announced {
  readonly years: readonly CalendarYear[];
  readonly pathOf: (index: number) => string;
}

/**
 * Puts years on record as one change, in whose force every open case then counts. What is in force already is not put
 * on record again, so that a request may be repeated.
 * @param expected the version on which the change builds, where somebody says so.
 * @throws Problem 412 where another change came between, 422 with the faults, 503 where the engine is away: the change
 * is then on record, and whoever repeats the request has it rolled out.
 */
export async function announce(
  { db, rollouts, now, log }: ApiContext,
  actor: Actor,
  announced: Announced,
  expected: number | null
): Promise<number> {
  const version = await db.transaction(async (tx) => {
    await lockCalendar(tx);
    await assertAdministrator(tx, actor.id);
    const known = yearsOf(await allYearVersions(tx));
    const changed = announced.years.map(inOrder).filter((days) => !isInForce(days, known));
    if (changed.length === 0) return known.version;
    // Before its faults: those of a stale form may come from the change that it does not know.
    if (expected !== null && expected !== known.version) throw new Problem('calendar-changed');
    assertFaultless(faultsOf(announced, known));
    const next = known.version + 1;
    const at = now();
    await addYears(tx, changed, { version: next, createdAt: at, createdBy: actor.id });
    for (const days of changed)
      await recordAdminAct(tx, {
        at,
        by: actor.id,
        act: 'calendar.announce',
        subject: `calendar/${String(days.year)}`,
        before: inForce(days.year, known) ?? null,
        after: days,
        document: days.source.document,
      });
    return next;
  });
  await rollouts.takeUp().catch((error: unknown) => {
    log.error({ err: error, version }, 'the roll-out of a calendar did not start');
    throw new Problem('rollout-not-started', { detail: 'Send the request again.' });
  });
  return version;
}

/** What is wrong with years that would be announced over those that are known. */
export function faultsOf({ years, pathOf }: Announced, known: Years): Fault[] {
  const numbers = years.map(({ year }) => year);
  return faultsOfAnnouncements(years, known.between(Math.min(...numbers) - 1, Math.max(...numbers) + 1), pathOf);
}

const inForce = (year: number, { announced }: Years): CalendarYear | undefined =>
  announced.find(({ days }) => days.year === year)?.days;

/** Whether a year stands as it is already, document and reason with it. */
export function isInForce(days: CalendarYear, known: Years): boolean {
  const standing = inForce(days.year, known);
  return standing !== undefined && canonical(standing) === canonical(days);
}
