import { api } from '../../shared/api/client';
import { dataOf } from '../../shared/api/problem';
import type { CaseAction, ListedCase, paths } from '../../shared/api/types';

/** Acts that mean the same for many cases. */
export const bulkActions = ['assign', 'forward', 'urge', 'note'] as const satisfies CaseAction[];

export type BulkAction = (typeof bulkActions)[number];

/** What became of an act on one of many cases. */
export interface BulkOutcome {
  readonly item: ListedCase;
  /** What the service refused it with; undefined where it was done. */
  readonly refusal?: unknown;
}

/** So many go with one request: few enough for their progress to be seen, and for an answer in time. */
const AT_ONCE = 20;

type Bulk = paths['/v1/cases/bulk']['post']['requestBody']['content']['application/json'];

/**
 * Does one act on many cases, some with each request. What is sent again goes under the key that `keyOf` gave it, so
 * that another try repeats nothing.
 */
export async function actOnAll(
  action: BulkAction,
  items: readonly ListedCase[],
  input: Readonly<Record<string, unknown>>,
  keyOf: (body: object) => string,
  onOutcomes: (outcomes: readonly BulkOutcome[]) => void
): Promise<void> {
  for (let start = 0; start < items.length; start += AT_ONCE) {
    const some = items.slice(start, start + AT_ONCE);
    const body = { action, cases: some.map(({ code }) => code), input };
    const params = { header: { 'Idempotency-Key': keyOf(body) } };
    try {
      const results = await dataOf(api.POST('/v1/cases/bulk', { params, body: body as Bulk }));
      const problems = new Map(results.items.map(({ code, problem }) => [code, problem]));
      onOutcomes(some.map((item) => ({ item, refusal: problems.get(item.code) ?? undefined })));
    } catch (refusal) {
      onOutcomes(some.map((item) => ({ item, refusal })));
    }
  }
}
