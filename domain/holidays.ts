import type { LocalDate } from './time';

/** A day off that falls on the same date every year, since the law gave it. */
interface FixedHoliday {
  readonly name: string;
  /** `09-02` */
  readonly monthDay: string;
  readonly since: LocalDate;
  readonly basis: string;
}

const labourCode = 'Bộ luật Lao động 2019, Điều 112';

/** The Labour Code 2012 came into force, which gave Tết its five days. Years before it are not ours to compute. */
export const lawKnownSince: LocalDate = '2013-05-01';

const fixedHolidays: readonly FixedHoliday[] = [
  { name: 'Tết Dương lịch', monthDay: '01-01', since: lawKnownSince, basis: labourCode },
  { name: 'Ngày Chiến thắng 30/4', monthDay: '04-30', since: lawKnownSince, basis: labourCode },
  { name: 'Quốc tế Lao động 1/5', monthDay: '05-01', since: lawKnownSince, basis: labourCode },
  { name: 'Quốc khánh 2/9', monthDay: '09-02', since: lawKnownSince, basis: labourCode },
  { name: 'Ngày Văn hóa Việt Nam 24/11', monthDay: '11-24', since: '2026-07-01', basis: 'Nghị quyết 28/2026/QH16' },
];

/** Days by the lunar calendar. */
export const tet = { name: 'Tết Âm lịch', days: 5, basis: labourCode } as const;
export const hungKings = { name: 'Giỗ Tổ Hùng Vương (10/3 ÂL)', basis: labourCode } as const;

/** The second day of the National holiday, before or after 2/9. */
export const besideNationalDay = { name: 'Quốc khánh (ngày liền kề)', since: '2021-01-01', basis: labourCode } as const;

/** A year's fixed holidays with their dates, in order. */
export const fixedHolidaysIn = (year: number): (FixedHoliday & { readonly date: LocalDate })[] =>
  fixedHolidays
    .map((holiday) => ({ ...holiday, date: `${year}-${holiday.monthDay}` }))
    .filter(({ date, since }) => date >= since);

/** How many holidays the law gives in a year, on whatever weekday they fall: 10, 11 since 2021, 12 since 2026. */
export const holidaysDue = (year: number): number =>
  fixedHolidaysIn(year).length + tet.days + 1 + (`${year}-09-02` >= besideNationalDay.since ? 1 : 0);
