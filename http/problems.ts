import type { ErrorRequestHandler } from 'express';
import postgres from 'postgres';
import type { z } from 'zod';
import type { ActionName } from '../domain/actions';
import type { Fault } from '../domain/case';
import type { Status } from '../domain/statuses';
import { problemTypes, retryAfterOf, type ProblemType } from './problemTypes';

/** A fault that lies at one place of a text, in UTF-16 code units as the service keeps it: composed, without blanks around it. */
export interface FaultInText extends Fault {
  readonly kind?: string;
  readonly offset?: number;
  readonly length?: number;
}

interface ProblemDetails {
  readonly detail?: string;
  readonly errors?: readonly FaultInText[];
  /** Where a case stands and what may be done instead, where it refused an act. */
  readonly caseStatus?: Status;
  readonly allowedActions?: readonly ActionName[];
  /** Seconds after which asking again makes sense, where the type alone does not say. */
  readonly retryAfter?: number;
}

/** A refusal that the one who asked can understand and act on (RFC 9457). */
export class Problem extends Error {
  readonly status: number;
  readonly title: string;
  /** Seconds after which asking again makes sense. */
  readonly retryAfter: number | undefined;

  constructor(
    readonly type: ProblemType,
    readonly details: ProblemDetails = {}
  ) {
    const [status, title] = problemTypes[type];
    super(title);
    this.status = status;
    this.title = title;
    this.retryAfter = details.retryAfter ?? retryAfterOf(type) ?? undefined;
  }
}

/** The value as the schema reads it. Throws a 422 that names every fault. */
export function validated<Schema extends z.ZodType>(schema: Schema, value: unknown): z.output<Schema> {
  const result = schema.safeParse(value);
  if (result.success) return result.data;
  throw invalidInput(faultsOf(result.error));
}

/** A 422 that names every fault. */
export const invalidInput = (errors: readonly FaultInText[]): Problem => new Problem('invalid-input', { errors });

/** @throws Problem 422 that names every fault, where there are any. */
export function assertFaultless(faults: readonly FaultInText[]): void {
  if (faults.length > 0) throw invalidInput(faults);
}

/** The faults that a schema found, each at its JSON pointer. */
export const faultsOf = (error: z.ZodError): Fault[] =>
  error.issues.flatMap((issue) => {
    const paths = issue.code === 'unrecognized_keys' ? issue.keys.map((key) => [...issue.path, key]) : [issue.path];
    return paths.map((path) => ({ path: pointer(path), code: codeOf(issue), message: issue.message }));
  });

/** A rule of our own may name its faults by `params: { code }`. */
const codeOf = (issue: z.core.$ZodIssue): string =>
  issue.code === 'custom' ? String(issue.params?.['code'] ?? issue.code) : issue.code;

const pointer = (path: readonly PropertyKey[]): string =>
  path.map((part) => `/${String(part).replaceAll('~', '~0').replaceAll('/', '~1')}`).join('');

/** Answers problems as `application/problem+json`, and counts them. What is not a problem is ours: logged, and told as a bare 500. */
export function problemHandler(
  log: { error: (details: object, message: string) => void },
  count: (type: ProblemType) => void
): ErrorRequestHandler {
  return (error: unknown, _request, response, next) => {
    if (response.headersSent) {
      next(error);
      return;
    }
    const { type, retryAfter } = problemOf(error);
    count(type);
    const told = presentProblem(error);
    if (told.status >= 500) log.error({ err: error }, 'request failed');
    if (retryAfter !== undefined) response.set('Retry-After', String(retryAfter));
    response.status(told.status).type('application/problem+json').send(JSON.stringify(told));
  };
}

/** What is told of a fault. */
export function presentProblem(error: unknown) {
  const { type, title, status, details } = problemOf(error);
  const { retryAfter: _, ...told } = details;
  return { type, title, status, ...told };
}

/** What was thrown, as a refusal: what Express and its parsers mark with a 4xx status is the client's. */
export function problemOf(error: unknown): Problem {
  if (error instanceof Problem) return error;
  if (cannotBeKept(error))
    return new Problem('malformed-request', { detail: 'A text holds a character that cannot be kept.' });
  const status = error instanceof Error && 'status' in error ? Number(error.status) : 500;
  if (status === 413) return new Problem('too-large');
  if (status === 415) return new Problem('unsupported-media-type');
  return new Problem(status >= 400 && status < 500 ? 'malformed-request' : 'internal-error');
}

const CHARACTER_NOT_IN_REPERTOIRE = '22021';

/** PostgreSQL takes no NUL. Nothing of ours has one, so that it came with the request: in an id, a token, a cursor. */
const cannotBeKept = (error: unknown): boolean =>
  error instanceof Error &&
  ((error instanceof postgres.PostgresError && error.code === CHARACTER_NOT_IN_REPERTOIRE) ||
    cannotBeKept(error.cause));
