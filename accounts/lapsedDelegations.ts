import type { Executor } from '../db/database';
import { delegationsOf, endDelegation } from '../db/delegations';
import { mayStandInFor } from '../domain/delegation';
import { dateOf, type Instant } from '../domain/time';
import { colleaguesOf } from './colleagues';

/**
 * Ends, on record, the delegations of accounts whose rights have changed where one party may no longer act for the other:
 * whoever becomes a head again, or of another unit, names anew who stands in for them (R10.3).
 * @param by whose act changed the rights.
 */
export async function endLapsedDelegations(
  tx: Executor,
  changed: readonly string[],
  act: { readonly at: Instant; readonly by: string }
): Promise<void> {
  const delegations = await delegationsOf(tx, dateOf(act.at), changed);
  const people = await colleaguesOf(
    tx,
    delegations.flatMap(({ absent, delegate }) => [absent, delegate])
  );
  for (const delegation of delegations)
    if (!mayStandInFor(people.get(delegation.absent), people.get(delegation.delegate)))
      await endDelegation(tx, delegation, act);
}
