import { useMutation, useQueryClient } from '@tanstack/react-query';
import { $api, api } from '../api/client';
import { dataOf } from '../api/problem';
import type { Case, CaseAction, paths } from '../api/types';
import { isOfCases } from './casePaths';
import type { IntentKey } from './useIntentKey';

/** All acts have the same shape but for their body, which is made from the schema of the act itself. */
type ActPath = '/v1/cases/{code}/note' & keyof paths;

/**
 * Does an act on a case, under one `Idempotency-Key` however often the same is sent, and has what it changed read anew.
 * `onDone` is called before that: the case as it is then may no longer allow the act, and its form is gone.
 */
export function useAct(action: CaseAction, code: string, intent: IntentKey, onDone: (after: Case) => void) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (body: Record<string, unknown>): Promise<Case> =>
      dataOf(
        api.POST(`/v1/cases/{code}/${action}` as ActPath, {
          params: { path: { code }, header: { 'Idempotency-Key': intent.keyFor(body) } },
          body: body as never,
        })
      ),
    onSuccess: async (after) => {
      intent.end();
      onDone(after);
      const ofCase = $api.queryOptions('get', '/v1/cases/{code}', { params: { path: { code: after.code } } });
      queries.setQueryData(ofCase.queryKey, after);
      await queries.invalidateQueries({ predicate: ({ queryKey }) => isOfCases(String(queryKey[1])) });
    },
  });
}
