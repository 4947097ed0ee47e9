import { z } from 'zod';
import { toInstant, toMillis } from '../domain/time';
import { identifier, instant } from './text';

const DAY = 86_400_000;

/** No list of requests spans more (GeoReport v2). */
const LONGEST_SPAN = 90 * DAY;

/** As many requests as one answer holds. */
const MOST_REQUESTS = 1_000;

/** The forms of every answer, as addresses end in them. */
export const formats = ['json', 'xml'] as const;

/** What GeoReport calls the two states of a request. */
export const requestStatuses = ['open', 'closed'] as const;
export type RequestStatus = (typeof requestStatuses)[number];

const listOf = <Schema extends z.ZodType<string, string>>(item: Schema, most: number) =>
  z
    .string()
    .transform((list) => list.split(',').map((part) => part.trim()))
    .pipe(z.array(item).max(most));

const given = {
  jurisdiction_id: z.string().max(100).optional().describe('There is one jurisdiction, whatever is said here'),
  api_key: z.string().max(200).optional(),
};

export const commonQuery = z.object(given);

/** The query of `GET /open311/v2/requests`. */
export const requestsQuery = z
  .object({
    ...given,
    service_request_id: listOf(identifier, 100)
      .optional()
      .describe('After commas; everything else then counts for nothing'),
    service_code: listOf(identifier, 100).optional(),
    status: listOf(z.enum(requestStatuses), 2).optional(),
    start_date: instant.optional(),
    end_date: instant.optional().describe('At most 90 days after the start'),
    page: z.coerce.number().int().min(1).max(10_000).default(1),
    page_size: z.coerce.number().int().min(1).max(MOST_REQUESTS).default(MOST_REQUESTS),
  })
  .refine(
    ({ start_date: start, end_date: end }) =>
      start === undefined || end === undefined || toMillis(end) - toMillis(start) <= LONGEST_SPAN,
    { path: ['end_date'], message: 'lies more than 90 days after the start' }
  );

/** The span of a list in which at most one of its ends was given; by itself the last 90 days. */
export function spanOf(
  { start_date: start, end_date: end }: Pick<z.output<typeof requestsQuery>, 'start_date' | 'end_date'>,
  now: string
): { readonly from: Date; readonly through: Date } {
  const through = end ?? (start === undefined ? now : toInstant(toMillis(start) + LONGEST_SPAN));
  const from = start ?? toInstant(toMillis(through) - LONGEST_SPAN);
  return { from: new Date(toMillis(from)), through: new Date(toMillis(through)) };
}

/** A field of a form: what is left blank is not given. */
const field = z
  .string()
  .transform((value) => (value.trim() === '' ? null : value))
  .nullish()
  .transform((value) => value ?? null);

const coordinate = (most: number) =>
  field.refine((value) => value === null || Math.abs(Number(value)) <= most, 'is no coordinate in degrees');

/** The form of `POST /open311/v2/requests`. What a submission needs (R4) is checked as of every other one. */
export const requestForm = z
  .object({
    api_key: field.describe('Goes before the one in `X-Api-Key`'),
    service_code: z.string('is missing').trim().min(1, 'is missing'),
    description: field,
    lat: coordinate(90),
    long: coordinate(180),
    address_string: field,
    address_id: field,
    first_name: field,
    last_name: field,
    phone: field,
    email: field,
    media_url: field.refine((value) => value === null || /^https?:\/\//.test(value), 'is no address of the web'),
    'attribute[title]': field,
    'attribute[contact_address]': field,
    'attribute[reference]': field,
  })
  .refine(({ lat, long }) => (lat === null) === (long === null), {
    path: ['lat'],
    message: 'comes together with long',
  });

export type RequestForm = z.output<typeof requestForm>;
