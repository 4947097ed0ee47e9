import type { ErrorRequestHandler, Request, RequestParamHandler, Response } from 'express';
import { create } from 'xmlbuilder2';
import { commonQuery, formats } from '../inputs/open311';
import { Problem, problemOf, validated } from '../http/problems';

const XML = 'text/xml; charset=utf-8';

/** What GeoReport calls the element of a list, where its XML has one. */
interface Shape {
  readonly root: string;
  readonly item?: string;
}

/** Checks what every address has: that it ends in one of the forms, and the common part of its query. @throws Problem */
export const withCommonParameters: RequestParamHandler = ({ query }, _response, next, format: string) => {
  if (!(formats as readonly string[]).includes(format)) throw new Problem('no-such-page');
  validated(commonQuery, query);
  next();
};

/** Answers in the form that the address names. */
export function answerAs(request: Request, response: Response, { root, item }: Shape, content: object): void {
  if (request.params['format'] === 'json') response.json(content);
  else response.type(XML).send(xmlOf(root, item === undefined ? content : { [item]: content }));
}

/** XML of plain objects; what a list holds stands in elements of its singular. */
const xmlOf = (root: string, content: object): string =>
  create({ version: '1.0', encoding: 'UTF-8' }, { [root]: nested(content) }).end();

function nested(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(nested);
  if (value === null || typeof value !== 'object') return value;
  return Object.fromEntries(
    Object.entries(value).map(([name, part]: [string, unknown]) => [
      name,
      Array.isArray(part) && name.endsWith('s') ? { [name.slice(0, -1)]: part.map(nested) } : (nested(part) ?? ''),
    ])
  );
}

/** Refusals as GeoReport has them, in the form that the address names. What failed on our side is left to others. */
export const geoReportRefusals: ErrorRequestHandler = (error: unknown, request, response, next) => {
  const problem = problemOf(error);
  if (response.headersSent || problem.status >= 500) {
    next(error);
    return;
  }
  const code = statusOf(problem);
  const faults = problem.details.errors?.map(({ path, message }) => `${fieldOf(path)}: ${message}`);
  const descriptions = faults ?? [problem.details.detail ?? problem.title];
  const errors = descriptions.map((description) => ({ code, description }));
  if (problem.retryAfter !== undefined) response.set('Retry-After', String(problem.retryAfter));
  response.status(code);
  // The parameters of the route are out of reach here.
  if (request.path.endsWith('.json')) response.json(errors);
  else response.type(XML).send(xmlOf('errors', { error: errors }));
};

/** GeoReport knows 403 for a key that is missing, and 400 for every fault. */
const statusOf = ({ status }: Problem): number => (status === 401 ? 403 : status === 422 ? 400 : status);

const fields: Readonly<Record<string, string>> = {
  '/category': 'service_code',
  '/title': 'attribute[title]',
  '/content': 'description',
  '/reference': 'attribute[reference]',
  '/submitter/name': 'first_name, last_name',
  '/submitter/address': 'attribute[contact_address] or address_string',
  '/submitter/phone': 'phone',
  '/submitter/email': 'email',
};

/** The field of the form, or the parameter, that a fault is about. */
const fieldOf = (path: string): string => fields[path] ?? path.slice(1);
