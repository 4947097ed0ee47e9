import type { CaseRow } from '../db/cases';
import { correctionsOf, type Correction } from '../db/contacts';
import { isStaff, type Actor } from '../domain/roles';
import type { Instant } from '../domain/time';
import type { Policy } from '../domain/policy';
import type { ApiContext } from './context';
import { withDays } from './explaining';
import { moment, presentCase } from './present';

/**
 * The case for one who may see it, with what they may do under the policy that it was received under.
 * @param asOf what officers mended of addresses after this moment is left out.
 */
export async function presentByItsPolicy(context: ApiContext, row: CaseRow, actor: Actor, asOf?: Instant) {
  const [policy, corrections] = await Promise.all([
    context.lawBook.policy(row.state.policy),
    correctionsFor(context, row.code, actor),
  ]);
  const known = corrections.filter(({ at }) => asOf === undefined || moment(at) <= asOf);
  return presentWithDays(context, row, actor, policy, known);
}

/** The case with the days of its deadlines, as it is read and as every act on it answers. */
export async function presentWithDays(
  { lawBook }: Pick<ApiContext, 'lawBook'>,
  row: CaseRow,
  actor: Actor,
  policy: Policy,
  corrections: readonly Correction[]
) {
  const presented = presentCase(row, actor, policy, corrections);
  return { ...presented, deadlines: await withDays(presented.deadlines, row.state, lawBook.calendar) };
}

/** What was mended of the submitter's addresses, for staff: nobody else is told. */
export const correctionsFor = async (
  { db }: Pick<ApiContext, 'db'>,
  code: string,
  { role }: Actor
): Promise<Correction[]> => (isStaff(role) ? correctionsOf(db, code) : []);
