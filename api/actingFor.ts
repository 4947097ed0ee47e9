import type { RequestHandler } from 'express';
import { standsIn } from '../db/delegations';
import { mayStandInFor, standIn } from '../domain/delegation';
import { dateOf } from '../domain/time';
import { identifier } from '../inputs/text';
import type { ApiContext } from './context';
import { principalOf, setActor } from './principal';
import { Problem } from './problems';

/** The account of the absent head for whom somebody acts. */
const ACTING_FOR = 'X-Acting-For';

/** Lets a delegate act with the capacity of the head who named them (R10.3). The right is looked up with each request. */
export const actingFor =
  ({ db, accounts, now }: Pick<ApiContext, 'db' | 'accounts' | 'now'>): RequestHandler =>
  async (request, response, next) => {
    const given = request.get(ACTING_FOR);
    if (given !== undefined) {
      const delegate = { ...principalOf(response), disabled: false };
      const id = identifier.safeParse(given);
      const absent = id.success ? await accounts.findAccount(id.data) : undefined;
      if (
        absent === undefined ||
        !mayStandInFor(absent, delegate) ||
        !(await standsIn(db, absent.id, delegate.id, dateOf(now())))
      )
        throw new Problem('not-a-delegate');
      setActor(response, standIn(absent, delegate));
    }
    next();
  };
