import { workingDaysBetween, type Calendar } from '../../domain/calendar';
import type { Holding } from '../../domain/case';
import type { LocalDate } from '../../domain/time';

/** Working days used by each holder up to and including `today`. They add up to the days that passed while somebody held it. */
export function heldDays(holdings: readonly Holding[], today: LocalDate, calendar: Calendar): Record<string, number> {
  const days: Record<string, number> = {};
  holdings.forEach(({ holder, after }, index) => {
    if (holder === null) return;
    const through = holdings[index + 1]?.after ?? today;
    days[holder] = (days[holder] ?? 0) + workingDaysBetween(after, through, calendar);
  });
  return days;
}
