import type { Request } from 'express';
import { findCase, type CaseRow } from '../db/cases';
import { actorUnder } from '../db/pastCases';
import { maySee } from '../domain/capacities';
import type { Actor } from '../domain/roles';
import { caseCode } from '../inputs/submission';
import type { ApiContext } from './context';
import { Problem } from '../http/problems';

/** The case of the path. @throws Problem 404 where there is none, 403 where it is not the actor's to see. */
export async function visibleCase(context: ApiContext, request: Request, actor: Actor): Promise<CaseRow> {
  return caseFor(context, codeOf(request), actor);
}

/** The case of a code. @throws Problem as for the case of the path. */
export async function caseFor(context: ApiContext, code: string, actor: Actor): Promise<CaseRow> {
  const row = await caseOf(context, code);
  if (!maySee(row.state, actor)) throw new Problem('forbidden');
  return row;
}

/**
 * The case of a code, for an act under a client's key. An act such as `decline` ends one's own part in a case: whoever did
 * it and repeats it in the same capacity, since its answer was lost, is still to be answered for as long as keys are kept.
 * @throws Problem as for the case of the path.
 */
export async function caseToActOn(
  context: ApiContext,
  code: string,
  actor: Actor,
  key: string | null
): Promise<CaseRow> {
  const row = await caseOf(context, code);
  if (maySee(row.state, actor)) return row;
  const before = key === null ? undefined : await actorUnder(context.db, row.code, { actor: actor.id, key });
  if (before?.role !== actor.role || before.agency !== actor.agency) throw new Problem('forbidden');
  return row;
}

/** The code in the path. @throws Problem 404 where it cannot be one. */
export function codeOf(request: Request): string {
  const code = caseCode.safeParse(request.params['code']);
  if (!code.success) throw new Problem('no-such-case');
  return code.data;
}

async function caseOf({ db }: ApiContext, code: string): Promise<CaseRow> {
  const row = await findCase(db, code);
  if (row === undefined) throw new Problem('no-such-case');
  return row;
}
