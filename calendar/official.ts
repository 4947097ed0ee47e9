import type { CalendarYear } from '../domain/calendarYear';
import data from './official.json';

/** The years 2018–2027 as announced; a test proves that the file has the shape and no faults. */
export const officialYears = data.years as readonly CalendarYear[];

/** What each document named in `sources` is, by its number. */
export const officialSources: Readonly<Record<string, string>> = data.sources;
