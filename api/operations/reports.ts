import { z } from 'zod';
import { figureNames } from '../../domain/figures';
import { MOST_MONTHS, quarterlyQuery, reportQuery } from '../../inputs/report';
import { day, id, moment } from '../answers/value';
import { DOCX, PDF, XLSX } from '../documentTypes';
import { overseers } from '../../domain/roles';
import type { Operations } from '../../http/operation';

const figure = z
  .object({ cases: z.int(), list: z.string().describe('The `GET /v1/cases` that lists them') })
  .meta({ id: 'ReportFigure' });

const reportRow = z
  .object({
    figures: z
      .record(z.enum(figureNames), figure)
      .describe(
        'Each case that was carried over or received is one of: on time, late, ended unanswered, in term, running late. Late is who ran out of time, also if the case was closed, withdrawn or returned since'
      ),
    medianDays: z
      .number()
      .nullable()
      .describe('Working days of the term to answer that the answers of the period took'),
    ninetiethDays: z.int().nullable().describe('As many or fewer took nine of ten answers'),
    elapsedDays: z
      .int()
      .describe('Working days from receipt until the case was settled or the period ended, summed over the cases'),
    held: z
      .array(z.object({ holder: id, days: z.int() }))
      .describe(
        'Who had the cases meanwhile: the Office, agencies by their ids, the submitter; adds up to `elapsedDays`'
      ),
  })
  .meta({ id: 'ReportRow' });

const readers = ['agency_lead', ...overseers] as const;

export const reportOperations = {
  readReport: {
    route: 'GET /v1/reports/handling',
    summary: 'How cases were handled in a period, by agency, category, channel or month; also as known at a moment',
    description: `The head of an agency is told of the cases that it leads, and of no others. By month a period has at most ${String(MOST_MONTHS)} months.`,
    for: readers,
    query: reportQuery,
    answers: {
      200: z
        .object({
          from: day,
          through: day,
          asOf: moment,
          calendar: z.int().describe('The version of the official days that working days were counted by'),
          by: reportQuery.shape.by,
          rows: z.array(
            reportRow.extend({ key: id.nullable().describe('null before there is an agency, or a category') })
          ),
          total: reportRow,
        })
        .meta({ id: 'Report' }),
    },
  },
  exportQuarterly: {
    route: 'GET /v1/reports/quarterly',
    summary: 'The report of a quarter as a document or a workbook; also as known at a moment',
    description: 'The head of an agency gets that of the cases that it leads.',
    for: readers,
    query: quarterlyQuery,
    answers: { 200: { mediaType: [DOCX, PDF, XLSX], description: 'The report' } },
  },
} satisfies Operations;
