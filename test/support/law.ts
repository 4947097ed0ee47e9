import { officialYears } from '../../calendar/official';
import { snapshot } from '../../domain/calendarYear';
import { firstPolicy } from '../../domain/policy';
import type { Law } from '../../domain/terms';
import type { Instant } from '../../domain/time';

/** The official days as they are known, and the numbers of the law. */
export const law: Law = { calendar: snapshot(officialYears, 1), policy: firstPolicy };

/** A moment as people write it: `2026-10-05 09:00`, local time of the province, seconds if they matter. */
export function at(text: string): Instant {
  const [date = '', time = ''] = text.split(' ');
  return `${date}T${time.padEnd(8, ':00')}.000+07:00`;
}
