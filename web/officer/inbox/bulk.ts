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

const AT_ONCE = 4;

type ActPath = '/v1/cases/{code}/note' & keyof paths;

/** Does one act on many cases, a few at a time, each under the key that it is known by, so that another try repeats nothing. */
export async function actOnAll(
  action: BulkAction,
  items: readonly ListedCase[],
  body: Readonly<Record<string, unknown>>,
  keyOf: (code: string) => string,
  onOutcome: (outcome: BulkOutcome) => void
): Promise<void> {
  const waiting = [...items];
  const work = async () => {
    for (let item = waiting.shift(); item !== undefined; item = waiting.shift()) {
      const params = { path: { code: item.code }, header: { 'Idempotency-Key': keyOf(item.code) } };
      try {
        await dataOf(api.POST(`/v1/cases/{code}/${action}` as ActPath, { params, body: body as never }));
        onOutcome({ item });
      } catch (refusal) {
        onOutcome({ item, refusal });
      }
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, work));
}
