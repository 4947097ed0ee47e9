import type { CaseAction } from '../../shared/api/types';
import { actionInputs } from '../../generated/actionInputs';
import { type ListSearch, readListSearch } from '../inbox/listSearch';

/** The list that a case was opened from, and the act whose form is open. */
export interface CaseSearch extends ListSearch {
  readonly act?: CaseAction;
  /** The other case that the act is about. */
  readonly with?: string;
}

const isAction = (value: unknown): value is CaseAction => typeof value === 'string' && value in actionInputs;

export const readCaseSearch = (search: Record<string, unknown>): CaseSearch => ({
  ...readListSearch(search),
  ...(isAction(search['act']) ? { act: search['act'] } : {}),
  ...(typeof search['with'] === 'string' ? { with: search['with'] } : {}),
});

/** Where the case stands in the list, without what is being done to it. */
export const listOf = ({ act: _, with: __, ...list }: CaseSearch): ListSearch => list;
