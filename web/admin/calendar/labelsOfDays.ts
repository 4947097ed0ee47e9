import type { ProposedDays } from './entries';

/** What the parts of an announcement are called that the service finds fault with: `off.3.date` is its day. */
export function labelsOfDays(days: ProposedDays, dayOf: (date: string) => string): Record<string, string> {
  return Object.fromEntries(
    (['off', 'worked', 'weekendHolidays'] as const).flatMap((list) =>
      days[list].flatMap(({ date }, index) =>
        ['date', 'name', 'counterpart', 'replaces'].map((part) => [`${list}.${String(index)}.${part}`, dayOf(date)])
      )
    )
  );
}
