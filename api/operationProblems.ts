import { expressRoute, needsSignIn, type Operation } from '../http/operation';
import { statusOf, type ProblemType } from '../http/problemTypes';

/** Everything that an operation may refuse with: what it names itself, and what follows from its parts. */
export function problemsOf(operation: Operation): ProblemType[] {
  const { for: entitled, params, query, body, idempotent, faultStatus, problems = [] } = operation;
  const found: ProblemType[] = [...problems, 'internal-error'];
  if (params !== undefined) found.push('malformed-request');
  if (query !== undefined) found.push('invalid-input');
  if (body !== undefined)
    found.push('malformed-request', 'not-utf8', 'too-large', 'unsupported-media-type', 'invalid-input');
  if (idempotent) found.push('malformed-idempotency-key', 'idempotency-key-reused');
  if (needsSignIn(operation)) found.push('not-signed-in', 'out-of-scope', 'not-a-delegate');
  if (typeof entitled !== 'string') found.push('forbidden');
  if (expressRoute(operation)[0] !== 'get') found.push('foreign-origin');
  // Told by an answer of its own.
  const told = faultStatus === undefined ? found : found.filter((type) => statusOf(type) !== statusOf('invalid-input'));
  return [...new Set(told)];
}
