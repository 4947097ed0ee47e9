import { z } from 'zod';
import { overseers, staffRoles, roles } from '../../domain/roles';
import { day, id, listOf, moment } from '../answers/value';
import type { Operations } from '../../http/operation';

const overview = z
  .object({
    at: moment,
    since: moment.describe('Answers are counted from here on'),
    soonThrough: day.describe('What ends until then is due soon'),
    agencies: z.array(
      z.object({
        agency: id.nullable().describe('null before there is a lead agency'),
        open: z.int(),
        overdue: z.int(),
        dueSoon: z.int().describe('The answer is not late, and the most urgent deadline ends until then or has ended'),
        answered: z.int(),
        onTime: z.int(),
      })
    ),
    ages: z.array(z.object({ days: z.int().describe('Since receipt'), cases: z.int() })).describe('Of open cases'),
    weeks: z
      .array(z.object({ from: day, received: z.int(), answered: z.int(), late: z.int() }))
      .describe('The last twelve from Monday to Sunday, the present one among them'),
    matrix: z
      .array(z.object({ category: id.nullable(), agency: id.nullable(), cases: z.int(), overdue: z.int() }))
      .describe('Open cases'),
  })
  .meta({ id: 'Overview' });

const person = z.object({ id, name: z.string(), role: z.enum(roles), agency: id.nullable() }).meta({ id: 'Person' });

export const overviewOperations = {
  readOverview: {
    route: 'GET /v1/reports/overview',
    summary: 'Who holds what, what is late, how old it is, and how the last weeks went',
    for: overseers,
    answers: { 200: overview },
  },
  listPeople: {
    route: 'GET /v1/people',
    summary: 'Colleagues by name: of your agency and the Office, or all for those who see every case',
    for: staffRoles,
    answers: { 200: listOf(person).meta({ id: 'PersonList' }) },
  },
} satisfies Operations;
