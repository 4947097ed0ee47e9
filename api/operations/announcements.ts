import { z } from 'zod';
import { announcement, importQuery, previewQuery, year } from '../../inputs/calendar';
import { importAnswer, previewAnswer, rolloutAnswer, yearAnswer } from '../answers/announcement';
import { eTag, ifMatch } from '../../http/headers';
import { overseers } from '../../domain/roles';
import type { Operations } from '../../http/operation';

const ofYear = z.object({ year });
const calendarFile = { mediaType: 'text/calendar', description: 'The file; a new `ETag` when the calendar changes' };

export const announcementOperations = {
  announceYear: {
    route: 'PUT /v1/calendar/{year}',
    summary: 'Announces the official days of a year, and has every open case count by them',
    for: ['admin'],
    params: ofYear,
    headers: ifMatch,
    body: announcement,
    answers: { 200: yearAnswer },
    problems: ['no-such-year', 'calendar-changed', 'rollout-not-started'],
  },
  previewYear: {
    route: 'POST /v1/calendar/{year}/preview',
    summary: 'Which deadlines an announcement would move, and which cases it would make late; applies nothing',
    for: ['admin'],
    params: ofYear,
    query: previewQuery,
    body: announcement,
    answers: { 200: previewAnswer },
    problems: ['no-such-year'],
  },
  importCalendar: {
    route: 'POST /v1/calendar/import',
    summary: 'Announces, or previews, the years of an iCalendar file',
    for: ['admin'],
    query: importQuery,
    headers: ifMatch,
    body: 'text/calendar',
    answers: { 200: importAnswer },
    problems: ['calendar-changed', 'rollout-not-started', 'unsupported-media-type'],
  },
  readRollout: {
    route: 'GET /v1/calendar/rollouts/{version}',
    summary: 'How far open cases have taken a change of the calendar over',
    for: ['admin', ...overseers],
    params: z.object({ version: z.coerce.number().int().positive() }),
    answers: { 200: rolloutAnswer },
    problems: ['no-such-rollout'],
  },
  exportCalendar: {
    route: 'GET /v1/calendar.ics',
    summary: 'The official days as an iCalendar file to subscribe to',
    for: 'anyone',
    answers: { 200: calendarFile },
    answerHeaders: { 200: eTag },
    problems: ['too-many-attempts'],
  },
  exportYear: {
    route: 'GET /v1/calendar/{year}.ics',
    summary: 'The official days of a year as an iCalendar file',
    for: 'anyone',
    params: ofYear,
    answers: { 200: calendarFile },
    answerHeaders: { 200: eTag },
    problems: ['too-many-attempts', 'no-such-year'],
  },
} satisfies Operations;
