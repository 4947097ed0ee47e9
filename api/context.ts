import type { Response } from 'express';
import type { Logger } from 'pino';
import type { Accounts } from '../accounts';
import type { CaseClient } from '../client';
import type { Database } from '../db/database';
import type { Actor } from '../domain/roles';
import type { Instant } from '../domain/time';
import type { TrainingClock } from '../domain/trainingClock';
import type { LawBook } from '../lawBook';
import type { Rollouts } from '../rollouts';
import { Problem } from './problems';

/** What the routes work with. */
export interface ApiContext {
  readonly db: Database;
  readonly cases: CaseClient;
  readonly accounts: Accounts;
  readonly rollouts: Rollouts;
  readonly lawBook: LawBook;
  readonly clock: TrainingClock | null;
  /** The legal time now. */
  readonly now: () => Instant;
  readonly casePrefix: string;
  readonly log: Logger;
  /** Each rejects while the server behind it cannot be used. */
  readonly probes: Readonly<Record<'postgresql' | 'temporal', () => Promise<unknown>>>;
}

interface Locals {
  actor?: Actor;
}

export const setActor = (response: Response, actor: Actor): void => {
  (response.locals as Locals).actor = actor;
};

/** Who is asking. @throws Problem 401 where nobody is signed in. */
export function actorOf(response: Response): Actor {
  const { actor } = response.locals as Locals;
  if (actor === undefined) throw new Problem(401, 'not-signed-in', 'Sign in, or send a bearer token or an API key');
  return actor;
}
