import type { CaseRow } from '../db/cases';
import type { Actor } from '../domain/roles';
import type { ApiContext } from './context';
import { presentCase } from './present';

/** The case for one who may see it, with what they may do under the policy that it was received under. */
export const presentByItsPolicy = async ({ lawBook }: ApiContext, row: CaseRow, actor: Actor) =>
  presentCase(row, actor, await lawBook.policy(row.state.policy));
