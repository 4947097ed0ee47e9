import type { Calendar, Pause } from '../../../domain/calendar';

const DAY = 24 * 60 * 60 * 1000;

/**
 * A second opinion on a deadline, deliberately written another way: it walks moments in UTC, shifted by seven hours,
 * with sets for the days, and shares no line with `domain/`.
 * @returns the counted days, `YYYY-MM-DD`.
 */
export function oracle(receivedAt: Date, workingDays: number, calendar: Calendar, pauses: readonly Pause[] = []) {
  const off = new Set(calendar.off);
  const worked = new Set(calendar.worked);
  const paused = new Set(pauses.flatMap(daysOfPause));
  const counted: string[] = [];
  const walker = new Date(receivedAt.getTime() + 7 * 60 * 60 * 1000);
  while (counted.length < workingDays) {
    walker.setUTCDate(walker.getUTCDate() + 1);
    const day = walker.toISOString().split('T')[0]!;
    const isWeekend = [0, 6].includes(walker.getUTCDay());
    const works = (!isWeekend || worked.has(day)) && !(off.has(day) && !isWeekend);
    if (works && !paused.has(day)) counted.push(day);
  }
  return counted;
}

function daysOfPause({ after, through }: Pause): string[] {
  const [start, end] = [after, through].map((day) => new Date(`${day}T12:00:00Z`).getTime()) as [number, number];
  const days: string[] = [];
  for (let at = start + DAY; at <= end; at += DAY) days.push(new Date(at).toISOString().slice(0, 10));
  return days;
}
