import { reachableAccounts, type Reachable } from '../accounts/reachable';
import type { Executor } from '../db/database';
import { delegationsOn } from '../db/delegations';
import { mayStandInFor } from '../domain/delegation';
import type { LocalDate } from '../domain/time';

/** Who acts for an absent head on a day, as both accounts stand now. */
export interface StandIn {
  readonly absent: Reachable;
  readonly delegate: Reachable;
}

/** Those of a day for any of these people. */
export async function standInsFor(db: Executor, people: readonly Reachable[], day: LocalDate): Promise<StandIn[]> {
  const heads = people.filter(({ role }) => role === 'agency_lead');
  if (heads.length === 0) return [];
  const delegations = await delegationsOn(
    db,
    day,
    heads.map(({ id }) => id)
  );
  const delegates = await reachableAccounts(
    db,
    delegations.map(({ delegate }) => delegate)
  );
  return delegations.flatMap(({ absent: absentId, delegate: delegateId }) => {
    const absent = heads.find(({ id }) => id === absentId);
    const delegate = delegates.find(({ id }) => id === delegateId);
    if (absent === undefined || delegate === undefined) return [];
    const stands = mayStandInFor({ ...absent, disabled: false }, { ...delegate, disabled: false });
    return stands ? [{ absent, delegate }] : [];
  });
}

/** These people, and whoever acts on the day for a head among them: what is told to an absent head reaches both. */
export async function withStandIns(db: Executor, people: readonly Reachable[], day: LocalDate): Promise<Reachable[]> {
  const delegates = (await standInsFor(db, people, day)).map(({ delegate }) => delegate);
  return [...people, ...delegates.filter(({ id }) => !people.some((person) => person.id === id))];
}
