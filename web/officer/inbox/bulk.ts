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
 * Does one act on many cases, some with each request, all under one key: the service makes one of it for each case. So
 * another try under that key, of however many of the cases, repeats nothing.
 */
export async function actOnAll(
  action: BulkAction,
  items: readonly ListedCase[],
  input: Readonly<Record<string, unknown>>,
  key: string,
  onOutcomes: (outcomes: readonly BulkOutcome[]) => void
): Promise<void> {
  const params = { header: { 'Idempotency-Key': key } };
  for (let start = 0; start < items.length; start += AT_ONCE) {
    const some = items.slice(start, start + AT_ONCE);
    const body = { action, cases: some.map(({ code }) => code), input };
    try {
      const results = await dataOf(api.POST('/v1/cases/bulk', { params, body: body as Bulk }));
      const problems = new Map(results.items.map(({ code, problem }) => [code, problem]));
      onOutcomes(some.map((item) => ({ item, refusal: problems.get(item.code) ?? undefined })));
    } catch (refusal) {
      onOutcomes(some.map((item) => ({ item, refusal })));
    }
  }
}
