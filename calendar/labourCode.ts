import { withSwapsOf, type CalendarYear, type CompensatoryOff, type HolidayOff } from '../domain/calendarYear';
import { besideNationalDay, fixedHolidaysIn, hungKings, lawKnownSince, tet } from '../domain/holidays';
import { addDays, weekday, type LocalDate } from '../domain/time';
import { lunarDays, type LunarDays } from './lunar';

/**
 * The Prime Minister chooses the five days each year. Two days before and three from mùng 1 on is what was announced
 * in eight of the ten years 2018–2027; one and four (2022, 2026, mùng 1 on a Tuesday) gives the same weekdays off,
 * since the Sunday that two and three begins with is compensated on the Friday.
 */
const firstDayOfTet = -2;

/**
 * Weekdays (1 is Monday) of 2/9 after which the day beside it follows; on the others it comes before. It is the one that
 * joins 2/9 to a weekend, else the day before. So announced in 2024 (1), 2025 (2), 2026 (3), 2021 and 2027 (4),
 * 2022 (5) and 2023 (6); for a Sunday there is no precedent, and either neighbour leaves Monday and Tuesday off.
 */
const followedByItsSecondDay = [1, 4, 7];

const compensation = 'Bộ luật Lao động 2019, Điều 111 khoản 3';

/**
 * A year that nobody has announced, by the Labour Code over the lunar dates. Swaps cannot be foreseen.
 * @throws RangeError for a year under older law.
 */
export function labourCodeYear(year: number): CalendarYear {
  if (`${year}-01-01` < lawKnownSince) throw new RangeError(`the law of ${year} is not known here`);
  const holidays = [...fixedHolidaysOff(year), ...lunarHolidays(lunarDays(year)), ...nationalDayNeighbour(year)].sort(
    byDate
  );
  const atWeekend = holidays.filter(({ date }) => weekday(date) > 5);
  const off = holidays.filter(({ date }) => weekday(date) <= 5);
  return {
    year,
    status: 'provisional',
    off: [...off, ...compensatoryDays(atWeekend, off)].sort(byDate),
    worked: [],
    weekendHolidays: atWeekend.map(({ date, name }) => ({ date, name })),
    source: { document: 'Bộ luật Lao động 2019, Điều 111–112', reason: 'Tính theo luật, năm chưa được công bố' },
  };
}

/** Years `from` to `to`, those announced as they are, the others computed, with what announced swaps make of them. */
export const completed = (announced: readonly CalendarYear[], from: number, to: number): CalendarYear[] =>
  Array.from(
    { length: to - from + 1 },
    (_, index) =>
      announced.find(({ year }) => year === from + index) ?? withSwapsOf(announced, labourCodeYear(from + index))
  );

const holiday = (date: LocalDate, name: string, basis: string): HolidayOff => ({
  date,
  name,
  kind: 'holiday',
  sources: [basis],
});

const fixedHolidaysOff = (year: number): HolidayOff[] =>
  fixedHolidaysIn(year).map(({ date, name, basis }) => holiday(date, name, basis));

const lunarHolidays = (lunar: LunarDays): HolidayOff[] => [
  ...Array.from({ length: tet.days }, (_, index) => {
    const offset = firstDayOfTet + index;
    const day = offset < 0 ? `${lunar.daysOfTwelfthMonth + offset + 1} Chạp` : `mùng ${offset + 1}`;
    return holiday(addDays(lunar.firstOfTet, offset), `${tet.name} (${day})`, tet.basis);
  }),
  holiday(lunar.hungKings, hungKings.name, hungKings.basis),
];

function nationalDayNeighbour(year: number): HolidayOff[] {
  const nationalDay = `${year}-09-02`;
  const date = addDays(nationalDay, followedByItsSecondDay.includes(weekday(nationalDay)) ? 1 : -1);
  return date < besideNationalDay.since ? [] : [holiday(date, besideNationalDay.name, besideNationalDay.basis)];
}

/** For each holiday at a weekend, in order, the next weekday that is not off already (Labour Code 2019 Art. 111(3)). */
function compensatoryDays(atWeekend: readonly HolidayOff[], off: readonly HolidayOff[]): CompensatoryOff[] {
  const taken = new Set(off.map(({ date }) => date));
  return atWeekend.map(({ date: counterpart, name }) => {
    let date = addDays(counterpart, 1);
    while (weekday(date) > 5 || taken.has(date)) date = addDays(date, 1);
    taken.add(date);
    return { date, name: `Nghỉ bù ${name}`, kind: 'compensatory', counterpart, sources: [compensation] };
  });
}

const byDate = (a: { readonly date: LocalDate }, b: { readonly date: LocalDate }): number => (a.date < b.date ? -1 : 1);
