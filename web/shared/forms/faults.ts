import { problemOf } from '../api/problem';
import type { SharedTexts } from '../messages.vi';

/** The faults of a refused form by the names of its fields: `/submitter/phone` becomes `submitter.phone`. */
export function faultsByField(error: unknown, t: SharedTexts): Record<string, string> {
  const faults = problemOf(error)?.errors ?? [];
  return Object.fromEntries(
    faults.map(({ path, code, message }) => [path.split('/').slice(1).join('.'), t.faults[code] ?? message])
  );
}
