import type { Request } from 'express';
import { findCase, type CaseRow } from '../db/cases';
import { maySee } from '../domain/capacities';
import type { Actor } from '../domain/roles';
import { caseCode } from '../inputs/submission';
import type { ApiContext } from './context';
import { Problem } from './problems';

/** The case of the path. @throws Problem 404 where there is none, 403 where it is not the actor's to see. */
export async function visibleCase({ db }: ApiContext, request: Request, actor: Actor): Promise<CaseRow> {
  const code = caseCode.safeParse(request.params['code']);
  const row = code.success ? await findCase(db, code.data) : undefined;
  if (row === undefined) throw new Problem('no-such-case');
  if (!maySee(row.state, actor)) throw new Problem('forbidden');
  return row;
}
