import { z } from 'zod';
import { formats, requestForm, requestsQuery, commonQuery } from '../../inputs/open311';
import {
  discovery,
  geoReportErrors,
  serviceDefinition,
  serviceList,
  serviceRequests,
  takenRequests,
  tokenAnswer,
} from '../answers/open311';
import { retryAfter } from '../../http/headers';
import type { Operation, Operations } from '../../http/operation';

const XML = 'text/xml';

const inFormat = z.object({ format: z.enum(formats) });

const answer = (description: string, json: z.ZodType) => ({ mediaType: XML, description, json });
const refusal = (description: string) => answer(description, geoReportErrors);

/** What every address of it has in common. */
const georeport = {
  for: 'anyone',
  params: inFormat,
  query: commonQuery,
  faultStatus: 400,
  answerHeaders: { 429: z.object({ 'Retry-After': retryAfter }) },
} satisfies Partial<Operation>;

const refusals = {
  400: refusal('The request has faults, each with a description'),
  404: refusal('There is nothing of this code, or no such format'),
  429: refusal('Too many requests'),
};

/** The open standard of this field, so that its clients work unchanged: Open311 GeoReport v2. */
export const open311Operations = {
  discoverOpen311: {
    ...georeport,
    route: 'GET /open311/v2/discovery.{format}',
    summary: 'What the service offers to clients of Open311',
    answers: { 200: answer('The discovery document', discovery), ...refusals },
  },
  listServices: {
    ...georeport,
    route: 'GET /open311/v2/services.{format}',
    summary: 'Categories, as GeoReport lists services',
    answers: { 200: answer('Services', serviceList), ...refusals },
  },
  readService: {
    ...georeport,
    route: 'GET /open311/v2/services/{code}.{format}',
    summary: 'What a request of a category may say beside the fields of the standard',
    params: inFormat.extend({ code: z.string() }),
    answers: { 200: answer('The definition', serviceDefinition), ...refusals },
  },
  fileRequest: {
    ...georeport,
    route: 'POST /open311/v2/requests.{format}',
    summary: 'Submits a case by the form of GeoReport',
    description:
      'With a key of ours, good for `cases:submit`: as `api_key` in the form, or in `X-Api-Key`. The checks are those of `POST /v1/cases`. `attribute[contact_address]`, else `address_string`, is where the submitter is reached; the place becomes part of the content. `attribute[reference]` is the sender’s own reference: under the same one there is one case. What the standard has beside this is passed over.',
    scope: 'cases:submit',
    credentials: ['apiKey', 'none'],
    body: { mediaType: 'application/x-www-form-urlencoded', schema: requestForm },
    idempotent: true,
    answers: {
      200: answer('The case that there is under this reference', takenRequests),
      201: answer('The new request, by the code of its case: whoever holds it can follow the case', takenRequests),
      ...refusals,
      403: refusal('The key is missing, wrong or not good for this'),
      409: refusal('The reference stands for another submission'),
      413: refusal('The form is too large'),
      415: refusal('It is no form'),
    },
    problems: ['no-answer'],
  },
  listRequests: {
    ...georeport,
    route: 'GET /open311/v2/requests.{format}',
    summary: 'Published answers as closed requests; with an `api_key`, what its owner has sent',
    scope: 'cases:read',
    credentials: ['none', 'apiKey'],
    query: requestsQuery,
    answers: {
      200: answer('Requests, the latest first', serviceRequests),
      ...refusals,
      403: refusal('The key is wrong or not good for this'),
    },
  },
  readRequest: {
    ...georeport,
    route: 'GET /open311/v2/requests/{id}.{format}',
    summary: 'A published answer by its number; status and dates of a case for whoever holds its code',
    params: inFormat.extend({ id: z.string() }),
    answers: {
      200: answer('The request', serviceRequests),
      ...refusals,
      410: refusal('The answer was taken back'),
    },
  },
  readToken: {
    ...georeport,
    route: 'GET /open311/v2/tokens/{token}.{format}',
    summary: 'The id of a request by its token; here they are the same from the first moment',
    params: inFormat.extend({ token: z.string() }),
    answers: { 200: answer('The id', tokenAnswer), ...refusals },
  },
} satisfies Operations;
