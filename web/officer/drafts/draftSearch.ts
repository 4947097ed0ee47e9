import type { paths } from '../../shared/api/types';

export type DraftStatus = NonNullable<NonNullable<paths['/v1/drafts']['get']['parameters']['query']>['status']>;

export const draftStatuses = ['waiting', 'set_aside', 'submitted', 'dismissed'] as const satisfies DraftStatus[];

/** Which messages are listed; those that wait are named by nothing. */
export interface DraftSearch {
  readonly status?: DraftStatus;
}

export const readDraftSearch = ({ status }: Record<string, unknown>): DraftSearch => {
  const known = draftStatuses.find((one) => one === status);
  return known === undefined ? {} : { status: known };
};
