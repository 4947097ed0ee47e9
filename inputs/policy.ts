import { z } from 'zod';
import { termNames, type TermName } from '../domain/policy';
import { MOST_WORKING_DAYS } from './calendar';
import { localDate, shortText } from './text';

const workingDays = z.int().min(1).max(MOST_WORKING_DAYS);
const allowance = z.strictObject({ workingDays, basis: shortText });

/** `POST /v1/policies`: all numbers of the law, each length with the article that it rests on. */
export const newPolicy = z.strictObject({
  effectiveFrom: localDate,
  terms: z.strictObject(
    Object.fromEntries(termNames.map((name) => [name, allowance])) as Record<TermName, typeof allowance>
  ),
  dueSoon: z.array(workingDays).max(5),
  infoReminder: workingDays,
  freeForwardings: z.int().min(1).max(20),
  document: shortText,
});
