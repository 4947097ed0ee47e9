import type { Request, RequestHandler } from 'express';
import { standsIn } from '../db/delegations';
import { mayStandInFor, standIn } from '../domain/delegation';
import type { Actor } from '../domain/roles';
import { dateOf } from '../domain/time';
import { identifier } from '../inputs/text';
import type { ApiContext } from './context';
import { ownCapacity, principalOf, setActor, type Principal } from '../http/principal';
import { Problem } from '../http/problems';

/** The account of the absent head for whom somebody acts. */
const ACTING_FOR = 'X-Acting-For';

/** Lets a delegate act with the capacity of the head who named them (R10.3). The right is looked up with each request. */
export const actingFor =
  (context: ActingForContext): RequestHandler =>
  async (request, response, next) => {
    if (request.get(ACTING_FOR) !== undefined)
      setActor(response, await actorAsking(context, request, principalOf(response)));
    next();
  };

/** As who somebody asks: a head for whom they stand in, where the request says so. @throws Problem 403 where they do not */
export async function actorAsking(
  { db, accounts, now }: ActingForContext,
  request: Request,
  principal: Principal
): Promise<Actor> {
  const given = request.get(ACTING_FOR);
  if (given === undefined) return ownCapacity(principal);
  const delegate = { ...principal, disabled: false };
  const id = identifier.safeParse(given);
  const absent = id.success ? await accounts.findAccount(id.data) : undefined;
  if (
    absent === undefined ||
    !mayStandInFor(absent, delegate) ||
    !(await standsIn(db, absent.id, delegate.id, dateOf(now())))
  )
    throw new Problem('not-a-delegate');
  return standIn(absent, delegate);
}

type ActingForContext = Pick<ApiContext, 'db' | 'accounts' | 'now'>;
