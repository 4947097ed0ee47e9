import type { ErrorRequestHandler } from 'express';
import type { z } from 'zod';
import type { ActionName } from '../domain/actions';
import type { Fault } from '../domain/case';
import type { Status } from '../domain/statuses';

interface ProblemDetails {
  readonly detail?: string;
  readonly errors?: readonly Fault[];
  /** Where a case stands and what may be done instead, where it refused an act. */
  readonly caseStatus?: Status;
  readonly allowedActions?: readonly ActionName[];
  /** Seconds after which asking again makes sense. */
  readonly retryAfter?: number;
}

/** A refusal that the one who asked can understand and act on (RFC 9457). `type` is a stable slug. */
export class Problem extends Error {
  constructor(
    readonly status: number,
    readonly type: string,
    readonly title: string,
    readonly details: ProblemDetails = {}
  ) {
    super(title);
  }
}

/** The value as the schema reads it. Throws a 422 that names every fault. */
export function validated<Schema extends z.ZodType>(schema: Schema, value: unknown): z.output<Schema> {
  const result = schema.safeParse(value);
  if (result.success) return result.data;
  throw invalidInput(faultsOf(result.error));
}

/** A 422 that names every fault. */
export const invalidInput = (errors: readonly Fault[]): Problem =>
  new Problem(422, 'invalid-input', 'The request has faults', { errors });

/** The faults that a schema found, each at its JSON pointer. */
export const faultsOf = (error: z.ZodError): Fault[] =>
  error.issues.flatMap((issue) => {
    const paths = issue.code === 'unrecognized_keys' ? issue.keys.map((key) => [...issue.path, key]) : [issue.path];
    return paths.map((path) => ({ path: pointer(path), code: issue.code, message: issue.message }));
  });

const pointer = (path: readonly PropertyKey[]): string =>
  path.map((part) => `/${String(part).replaceAll('~', '~0').replaceAll('/', '~1')}`).join('');

/** Answers problems as `application/problem+json`. What is not a problem is ours: logged, and told as a bare 500. */
export function problemHandler(log: { error: (details: object, message: string) => void }): ErrorRequestHandler {
  return (error: unknown, _request, response, next) => {
    if (response.headersSent) {
      next(error);
      return;
    }
    const problem = problemOf(error);
    if (problem.status >= 500) log.error({ err: error }, 'request failed');
    const { retryAfter, ...details } = problem.details;
    if (retryAfter !== undefined) response.set('Retry-After', String(retryAfter));
    response
      .status(problem.status)
      .type('application/problem+json')
      .send(JSON.stringify({ type: problem.type, title: problem.title, status: problem.status, ...details }));
  };
}

/** Express and its parsers mark what the client did wrong with a 4xx status. */
function problemOf(error: unknown): Problem {
  if (error instanceof Problem) return error;
  const status = error instanceof Error && 'status' in error ? Number(error.status) : 500;
  if (status >= 400 && status < 500) return new Problem(status, 'malformed-request', 'The request cannot be read');
  return new Problem(500, 'internal-error', 'Something failed on our side');
}
