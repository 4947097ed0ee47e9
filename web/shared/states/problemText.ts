import { problemOf } from '../api/problem';
import type { SharedTexts } from '../messages.vi';

/** What a failed request means for the person who made it. */
export function problemText(error: unknown, t: SharedTexts): string {
  const problem = problemOf(error);
  return problem === null ? t.unreachable : t.problems[problem.type];
}
