import { z } from 'zod';
import { asOfQuery, deadlineQuery, year } from '../../inputs/calendar';
import { yearAnswer } from '../answers/announcement';
import { explanation } from '../answers/calendar';
import { eTag } from '../../http/headers';
import type { Operations } from '../../http/operation';

const ofYear = z.object({ year });

export const calendarOperations = {
  explainDeadline: {
    route: 'GET /v1/calendar/deadline',
    summary: 'A deadline, counted out day by day',
    for: 'anyone',
    query: deadlineQuery,
    answers: { 200: explanation },
  },
  readCalendarYear: {
    route: 'GET /v1/calendar/{year}',
    summary: 'The official days of a year and what was announced of it, now or as known at a moment',
    description: 'Who announced what is for staff.',
    for: 'anyone',
    credentials: ['none', 'bearer', 'cookie'],
    params: ofYear,
    query: asOfQuery,
    answers: { 200: yearAnswer },
    answerHeaders: { 200: eTag },
    problems: ['no-such-year'],
  },
} satisfies Operations;
