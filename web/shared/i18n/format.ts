import { useMemo } from 'react';
import { type Language, useLanguage } from './language';

/** Legal time is that of the province, wherever the reader sits. */
const timeZone = 'Asia/Ho_Chi_Minh';
const locales: Record<Language, string> = { vi: 'vi-VN', en: 'en-GB' };

/** Noon, so that a day stays the same day in the time zone of the province. */
const noonOf = (day: string): Date => new Date(`${day}T12:00:00+07:00`);

function formatsOf(language: Language) {
  const locale = locales[language];
  const date = new Intl.DateTimeFormat(locale, { timeZone, day: '2-digit', month: '2-digit', year: 'numeric' });
  const weekday = new Intl.DateTimeFormat(locale, { timeZone, weekday: 'long' });
  const shortDay = new Intl.DateTimeFormat(locale, { timeZone, weekday: 'short', day: '2-digit', month: '2-digit' });
  const time = new Intl.DateTimeFormat(locale, { timeZone, hour: '2-digit', minute: '2-digit' });
  const number = new Intl.NumberFormat(locale);
  const megabytes = new Intl.NumberFormat(locale, { maximumFractionDigits: 1 });
  return {
    /** `2026-03-13` → `13/03/2026` */
    day: (day: string) => date.format(noonOf(day)),
    /** With the day of the week. */
    longDay: (day: string) => `${weekday.format(noonOf(day))}, ${date.format(noonOf(day))}`,
    /** Without the year. */
    shortDay: (day: string) => shortDay.format(noonOf(day)),
    /** A moment as `16:30, 13/02/2026`. */
    moment: (moment: string) => `${time.format(new Date(moment))}, ${date.format(new Date(moment))}`,
    dayOf: (moment: string) => date.format(new Date(moment)),
    /** The last day of a term by its end: 24:00 of a day is written as 00:00 of the next. */
    lastDayOf: (end: string) => date.format(new Date(Date.parse(end) - 1)),
    number: (value: number) => number.format(value),
    fileSize: (bytes: number) =>
      bytes < 1024 * 1024
        ? `${number.format(Math.max(1, Math.round(bytes / 1024)))} kB`
        : `${megabytes.format(bytes / 1024 / 1024)} MB`,
  };
}

export type Formats = ReturnType<typeof formatsOf>;

/** How days, moments and numbers are written in the language of the pages. */
export function useFormats(): Formats {
  const language = useLanguage();
  return useMemo(() => formatsOf(language), [language]);
}

const isoDay = new Intl.DateTimeFormat('sv-SE', { timeZone });

/** The province's local day of a moment, as the API writes it. */
export const localDayOf = (moment: Date): string => isoDay.format(moment);
