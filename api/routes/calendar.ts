import type { Router } from 'express';
import { explainTerm } from '../../domain/explain';
import { dateOf, toInstant, toMillis, yearOf } from '../../domain/time';
import { asOfQuery, deadlineQuery } from '../../inputs/calendar';
import { assertPast } from '../asOf';
import type { ApiContext } from '../context';
import { serve } from '../../http/operation';
import { calendarOperations } from '../operations/calendar';
import { calendarETag, presentYear, yearOfPath } from '../calendarYear';
import { visitorOf } from '../../http/principal';
import { validated } from '../../http/problems';

/** Even the longest term that can be asked for ends within the year after its receipt. */
const YEARS_OF_A_TERM = 2;

/** The official days, and any deadline counted out so that a person can check it by hand; also as they were known. */
export function calendarRoutes({ lawBook: { calendar }, now }: ApiContext): Router {
  return serve(calendarOperations, {
    async explainDeadline(request, response) {
      const { receivedAt, workingDays, asOf } = validated(deadlineQuery, request.query);
      const from = dateOf(toInstant(toMillis(receivedAt)));
      const years = await calendar.at(assertPast(asOf, now()));
      const known = years.between(yearOf(from), yearOf(from) + YEARS_OF_A_TERM);
      response.json(explainTerm({ from, workingDays, pauses: [] }, known, years.version));
    },

    async readCalendarYear(request, response) {
      const ofPath = yearOfPath(request);
      const { asOf } = validated(asOfQuery, request.query);
      const years = await calendar.at(assertPast(asOf, now()));
      response.set('ETag', calendarETag(years.version));
      response.json(await presentYear(calendar, years, ofPath, visitorOf(response)));
    },
  });
}
