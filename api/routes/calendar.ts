import { Router } from 'express';
import { z } from 'zod';
import { explainTerm } from '../../domain/explain';
import { dateOf, toInstant, toMillis } from '../../domain/time';
import { instant } from '../../inputs/text';
import { FIRST_YEAR } from '../../lawBook';
import type { ApiContext } from '../context';
import { Problem, validated } from '../problems';

/** The lunar dates are computed up to here. */
const LAST_YEAR = 2099;

/** Working days, as many as a term of the law could ever have. */
const MOST_WORKING_DAYS = 250;

const year = z.coerce.number().int().min(FIRST_YEAR).max(LAST_YEAR);

const deadlineQuery = z.strictObject({
  receivedAt: instant.refine(
    (text) => {
      const received = Number(dateOf(toInstant(toMillis(text))).slice(0, 4));
      return received >= FIRST_YEAR && received < LAST_YEAR;
    },
    `lies outside the years ${String(FIRST_YEAR)} to ${String(LAST_YEAR - 1)}`
  ),
  workingDays: z.coerce.number().int().min(1).max(MOST_WORKING_DAYS),
});

/** The official days, and any deadline counted out so that a person can check it by hand. */
export function calendarRoutes({ lawBook }: ApiContext): Router {
  const router = Router();

  router.get('/v1/calendar/deadline', async (request, response) => {
    const { receivedAt, workingDays } = validated(deadlineQuery, request.query);
    const from = dateOf(toInstant(toMillis(receivedAt)));
    const first = Number(from.slice(0, 4));
    const years = await lawBook.years();
    const known = years.between(first, Math.min(first + 2, LAST_YEAR));
    response.json(explainTerm({ from, workingDays, pauses: [] }, known, years.version));
  });

  router.get('/v1/calendar/:year', async (request, response) => {
    const parsed = year.safeParse(request.params.year);
    if (!parsed.success)
      throw new Problem(404, 'no-such-year', `The calendar goes from ${String(FIRST_YEAR)} to ${String(LAST_YEAR)}`);
    const years = await lawBook.years();
    const [days] = years.between(parsed.data, parsed.data);
    response.json({ calendar: years.version, ...days });
  });

  return router;
}
