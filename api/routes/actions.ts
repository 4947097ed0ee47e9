import type { Request, Response, Router } from 'express';
import type { CaseRow } from '../../db/cases';
import type { CaseState } from '../../domain/case';
import { opensNewCase } from '../../domain/followUp';
import { callerAddress } from '../../http/callerAddress';
import { newCaseCode } from '../caseCode';
import type { ApiContext } from '../context';
import { followUp } from '../followUp';
import { askedBy, clientKeyOf, once, type Answer } from '../idempotency';
import { serve, type Handler } from '../../http/operation';
import { actOperations, caseActions, type CaseAction } from '../operations/acts';
import { perform } from '../perform';
import { actorOf } from '../../http/principal';
import { Problem } from '../../http/problems';
import { caseToActOn, codeOf } from '../visibleCase';

/** `POST /v1/cases/{code}/{action}` for every row of the table but `submit`. */
export function actionRoutes(context: ApiContext): Router {
  const handlers = caseActions.map((action) => [
    action,
    (request: Request, response: Response) => act(context, action, request, response),
  ]);
  return serve(actOperations, Object.fromEntries(handlers) as Record<CaseAction, Handler>);
}

async function act(context: ApiContext, action: CaseAction, request: Request, response: Response): Promise<void> {
  const actor = actorOf(response);
  const row = await caseToActOn(context, codeOf(request), actor, clientKeyOf(request));
  const wanted = { action, row, actor, body: request.body as unknown };
  const asked = async (isLate: boolean): Promise<Answer> => {
    const reserved = isLate ? newCaseCode(context.casePrefix, context.now()) : null;
    if (isLate && actor.role === 'submitter') await context.accounts.limits.submit(actor.id, callerAddress(request));
    return once(context, askedBy(request, actor, { of: row.code, reserved }), (claim) =>
      claim.caseCode === null ? perform(context, wanted, claim) : followUp(context, wanted, claim)
    );
  };
  const { status, body } = opensNewCase(row.state, action)
    ? await asked(true)
    : await asked(false).catch((error: unknown) => {
        const told = stateToldBy(row, error);
        // What comes too late for a case that closed while it was asked is not lost either (S4).
        if (told === null || !opensNewCase(told, action)) throw error;
        return asked(true);
      });
  response.status(status).json(body);
}

/** Where a case stands that refused an act, which its row may not have known yet; null where it said nothing of it. */
function stateToldBy(row: CaseRow, error: unknown): CaseState | null {
  const status = error instanceof Problem ? error.details.caseStatus : undefined;
  return status === undefined ? null : { ...row.state, status };
}
