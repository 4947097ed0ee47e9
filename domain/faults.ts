import type { Fault } from './case';
import { addDays, type LocalDate } from './time';

export const fault = (path: string, code: string, message: string): Fault => ({ path, code, message });

/** How far ahead a decision is entered, in days: a day beyond it is a slip of the pen. */
const MOST_DAYS_AHEAD = 3653;

/** What is wrong with the day from which a decision is to hold, where it is such a slip. */
export const tooFarAhead = (path: string, day: LocalDate, today: LocalDate): Fault[] =>
  day > addDays(today, MOST_DAYS_AHEAD) ? [fault(path, 'tooFarAhead', 'It lies more than ten years ahead.')] : [];
