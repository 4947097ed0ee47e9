import type { Request } from 'express';
import { findCase, type CaseRow } from '../db/cases';
import { maySee } from '../domain/capacities';
import type { Actor } from '../domain/roles';
import { caseCode } from '../inputs/submission';
import type { ApiContext } from './context';
import { Problem } from './problems';

/** The case of the path. @throws Problem 404 where there is none, 403 where it is not the actor's to see. */
export async function visibleCase(context: ApiContext, request: Request, actor: Actor): Promise<CaseRow> {
  const code = caseCode.safeParse(request.params['code']);
  if (!code.success) throw new Problem('no-such-case');
  return caseFor(context, code.data, actor);
}

/** The case of a code. @throws Problem as for the case of the path. */
export async function caseFor({ db }: ApiContext, code: string, actor: Actor): Promise<CaseRow> {
  const row = await findCase(db, code);
  if (row === undefined) throw new Problem('no-such-case');
  if (!maySee(row.state, actor)) throw new Problem('forbidden');
  return row;
}
