import { problemOf } from '../api/problem';
import type { SharedTexts } from '../messages.vi';

/** What a failed request means for the person who made it. */
export function problemText(error: unknown, t: SharedTexts): string {
  const problem = problemOf(error);
  if (problem === null) return t.unreachable;
  // A page that is older than the service, or a proxy's own refusal, meets types that have no words.
  const known: Readonly<Partial<Record<string, string>>> = t.problems;
  return known[problem.type] ?? (problem.status >= 500 ? t.problems['internal-error'] : problem.title);
}
