import type { IncomingHttpHeaders } from 'node:http';
import type { RequestHandler, Response } from 'express';
import type { Actor } from '../domain/roles';
import { Problem } from './problems';

/** Somebody who has an account, and where they are reached. */
export interface Person extends Omit<Actor, 'standsInFor'> {
  readonly name: string;
  readonly email: string;
}

/** Who is asking, and by what they proved it. Sessions carry all rights of the account, keys only their scopes. */
export type Principal = Person &
  ({ readonly via: 'session' } | { readonly via: 'apiKey'; readonly scopes: readonly string[] });

/** Who sent these headers; undefined when nobody known, or somebody disabled, did. */
export type Authenticate = (headers: IncomingHttpHeaders) => Promise<Principal | undefined>;

interface Locals {
  principal?: Principal;
  /** As who they act, where it is not in their own capacity. */
  actor?: Actor;
}

/** Finds out who is asking, where somebody says so; each operation decides whether somebody must. */
export const authenticated =
  (authenticate: Authenticate): RequestHandler =>
  async (request, response, next) => {
    const principal = await authenticate(request.headers);
    if (principal !== undefined) (response.locals as Locals).principal = principal;
    next();
  };

/** Who is asking. @throws Problem 401 where nobody is signed in. */
export function principalOf(response: Response): Principal {
  const { principal } = response.locals as Locals;
  if (principal === undefined) throw new Problem('not-signed-in');
  return principal;
}

/** As who they act in a case. @throws Problem 401 where nobody is signed in. */
export function actorOf(response: Response): Actor {
  const principal = principalOf(response);
  return (response.locals as Locals).actor ?? ownCapacity(principal);
}

/** As who somebody acts who stands in for nobody. */
export const ownCapacity = ({ id, role, agency }: Principal): Actor => ({ id, role, agency });

/** From here on the request is the act of somebody who stands in for another. */
export const setActor = (response: Response, actor: Actor): void => {
  (response.locals as Locals).actor = actor;
};

/** Who is asking where nobody must; null for somebody unknown. */
export const visitorOf = (response: Response): Actor | null =>
  (response.locals as Locals).principal === undefined ? null : actorOf(response);
