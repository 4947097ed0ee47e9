import type { ErrorRequestHandler } from 'express';
import type { z } from 'zod';

/** One thing wrong with a request: where (`submitter.email`), a stable code, and a sentence for developers. */
export interface Fault {
  readonly path: string;
  readonly code: string;
  readonly message: string;
}

interface ProblemDetails {
  readonly detail?: string;
  readonly errors?: readonly Fault[];
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
  throw new Problem(422, 'invalid-input', 'The request has faults', { errors: result.error.issues.flatMap(faultsOf) });
}

function faultsOf(issue: z.core.$ZodIssue): Fault[] {
  const paths = issue.code === 'unrecognized_keys' ? issue.keys.map((key) => [...issue.path, key]) : [issue.path];
  return paths.map((path) => ({ path: path.join('.'), code: issue.code, message: issue.message }));
}

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
