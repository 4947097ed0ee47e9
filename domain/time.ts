/** A moment: ISO 8601 in the province's own offset, `2026-02-13T16:30:00.000+07:00`. One form only, so moments sort as text. */
export type Instant = string;

/** A day of the province's calendar, `2026-02-13`. */
export type LocalDate = string;

const DAY = 86_400_000;

/** Asia/Ho_Chi_Minh has stood at +07:00 without summer time since 1975, so no time zone database is needed. */
const OFFSET = 7 * 3_600_000;

export const toMillis = (instant: Instant): number => Date.parse(instant);

export const toInstant = (millis: number): Instant => new Date(millis + OFFSET).toISOString().replace('Z', '+07:00');

/** The local day on which a moment lies; 24:00 belongs to the next day. */
export const dateOf = (instant: Instant): LocalDate => toInstant(toMillis(instant)).slice(0, 10);

/** 00:00 local of a day. */
export const startOf = (date: LocalDate): Instant => `${date}T00:00:00.000+07:00`;

/** 24:00 local of a day, written as 00:00 of the next (Civil Code 2015 Art. 148). */
export const endOf = (date: LocalDate): Instant => startOf(addDays(date, 1));

/** The last day of a term by its end: 24:00 of a day is written as 00:00 of the next. */
export const lastDayBefore = (end: Instant): LocalDate => dateOf(toInstant(toMillis(end) - 1));

/** Orders what holds from a day on; of two for one day the one that was entered later holds, and comes last. */
export const byEffect =
  <Dated extends { readonly effectiveFrom: LocalDate }>(entered: (dated: Dated) => number) =>
  (a: Dated, b: Dated): number =>
    a.effectiveFrom === b.effectiveFrom ? entered(a) - entered(b) : a.effectiveFrom < b.effectiveFrom ? -1 : 1;

export const addDays = (date: LocalDate, days: number): LocalDate => toDate(toDayNumber(date) + days);

/** Days since 1970-01-01, so that days can be counted and compared as integers. */
export const toDayNumber = (date: LocalDate): number => Date.parse(`${date}T00:00:00Z`) / DAY;

export const toDate = (dayNumber: number): LocalDate => new Date(dayNumber * DAY).toISOString().slice(0, 10);

/** 1 is Monday, 7 is Sunday. */
export const weekday = (date: LocalDate): number => ((toDayNumber(date) + 3) % 7) + 1;

export const yearOf = (date: LocalDate): number => Number(date.slice(0, 4));

export const earliest = (a: Instant, b: Instant): Instant => (a < b ? a : b);
export const latest = (a: Instant, b: Instant): Instant => (a > b ? a : b);

/** Whether a text is a day that exists: `2026-02-30` is none. */
export const isLocalDate = (text: string): boolean => {
  const dayNumber = /^\d{4}-\d{2}-\d{2}$/.test(text) ? toDayNumber(text) : NaN;
  return Number.isInteger(dayNumber) && toDate(dayNumber) === text;
};
