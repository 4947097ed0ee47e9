import type { Instant, LocalDate } from '../domain/time';

/** `13/02/2026` */
export const writtenDay = (day: LocalDate): string => day.split('-').reverse().join('/');

/** `13/02/2026`, marked where the official days of that time are not announced yet. */
export const writtenEnd = ({
  lastDay,
  provisional,
}: {
  readonly lastDay: LocalDate;
  readonly provisional: boolean;
}): string => writtenDay(lastDay) + (provisional ? ' (tạm tính)' : '');

/** `16:30 ngày 13/02/2026`; 24:00 of a day is written as the end of that day by whoever knows it to be one. */
export const writtenMoment = (at: Instant): string => `${at.slice(11, 16)} ngày ${writtenDay(at.slice(0, 10))}`;

/** `ngày 13 tháng 02 năm 2026`, as the line of place and date has it (Decree 30/2020, Appendix I). */
export function longDay(day: LocalDate): string {
  const [year = '', month = '', date = ''] = day.split('-');
  // A zero goes before days under 10 and before January and February, lest a stroke be added.
  return `ngày ${date} tháng ${Number(month) < 3 ? month : String(Number(month))} năm ${year}`;
}

const digits = ['không', 'một', 'hai', 'ba', 'bốn', 'năm', 'sáu', 'bảy', 'tám', 'chín'];

/** A number from 0 to 99 in words: `mười lăm`; larger ones stay digits. */
export function inWords(number: number): string {
  if (!Number.isInteger(number) || number < 0 || number > 99) return String(number);
  const [tens, ones] = [Math.floor(number / 10), number % 10];
  if (tens === 0) return digits[ones] ?? '';
  const ten = tens === 1 ? 'mười' : `${digits[tens] ?? ''} mươi`;
  if (ones === 0) return ten;
  if (ones === 5) return `${ten} lăm`;
  return `${ten} ${ones === 1 && tens > 1 ? 'mốt' : (digits[ones] ?? '')}`;
}

/** `15 (mười lăm) ngày làm việc` */
export const workingDays = (days: number): string => `${String(days)} (${inWords(days)}) ngày làm việc`;

const units = ['byte', 'KB', 'MB', 'GB'];

/** `1,5 MB` */
export function writtenSize(bytes: number): string {
  const step = Math.min(units.length - 1, Math.max(0, Math.floor(Math.log2(Math.max(1, bytes)) / 10)));
  const size = bytes / 1024 ** step;
  return `${(step === 0 ? String(size) : size.toFixed(1)).replace('.', ',')} ${units[step] ?? ''}`;
}

/** A hash in groups that an eye can compare. */
export const grouped = (hash: string): string => hash.match(/.{1,8}/g)?.join(' ') ?? '';
