import type { Request, Response, Router } from 'express';
import { addressOf } from '../../accounts/routes';
import { ActionRefused, CaseNotRunning } from '../../client';
import { findCase, type CaseRow } from '../../db/cases';
import { contactOf } from '../../db/contacts';
import { knownOf } from '../../db/known';
import { ruleOf, type ActionName } from '../../domain/actions';
import type { CaseState, Command } from '../../domain/case';
import { allowedActions, isEntitled } from '../../domain/decide';
import { opensNewCase } from '../../domain/followUp';
import type { Submission } from '../../domain/inputs';
import { inputs, type Asked } from '../../inputs/actions';
import { newCaseCode } from '../caseCode';
import type { ApiContext } from '../context';
import { askedBy, keyOf, once, type Answer, type Claim } from '../idempotency';
import { serve, type Handler } from '../operation';
import { actOperations, caseActions, type CaseAction } from '../operations/acts';
import { attachmentFaults, listed } from '../namedAttachments';
import { personOf, publicationTextFaults } from '../personalData';
import { publicationFileFaults } from '../publicationFiles';
import { correctionsFor, presentWithDays } from '../presentByItsPolicy';
import { actorOf } from '../principal';
import { assertFaultless, invalidInput, Problem, validated } from '../problems';
import { problemOfCase, problemOfRefusal } from '../refusals';
import { resolve } from '../resolve';
import type { Policy } from '../../domain/policy';
import type { Actor } from '../../domain/roles';
import { isFinal } from '../../domain/statuses';
import { startCase } from '../submission';
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
  const row = await caseToActOn(context, codeOf(request), actor, keyOf(request));
  const asked = async (isLate: boolean): Promise<Answer> => {
    const reserved = isLate ? newCaseCode(context.casePrefix, context.now()) : null;
    if (isLate && actor.role === 'submitter') await context.accounts.limits.submit(actor.id, addressOf(request));
    return once(context, askedBy(request, actor, { of: row.code, reserved }), (claim) =>
      claim.caseCode === null
        ? perform(context, action, row, actor, request.body, claim)
        : followUp(context, action, row, actor, request.body, claim)
    );
  };
  const isLate = opensNewCase(row.state, action);
  const answer = await asked(isLate).catch(async (error: unknown) => {
    const refusedBy = isLate ? null : stateToldBy(row, error);
    // What comes too late for a case that closed while it was asked is not lost either (S4).
    if (refusedBy === null || !opensNewCase(refusedBy, action)) throw error;
    return asked(true);
  });
  response.status(answer.status).json(answer.body);
}

/** Where a case stands that refused an act, which its row may not have known yet; null where it said nothing of it. */
function stateToldBy(row: CaseRow, error: unknown): CaseState | null {
  const status = error instanceof Problem ? error.details.caseStatus : undefined;
  return status === undefined ? null : { ...row.state, status };
}

/** Does an act to a case that the actor may see, under the claim's key. */
export async function perform(
  context: ApiContext,
  action: CaseAction,
  row: CaseRow,
  actor: Actor,
  body: unknown,
  { key }: Claim
): Promise<Answer> {
  const policy = await context.lawBook.policy(row.state.policy);
  assertOffered(action, row, actor, policy);
  const command = await commandOf(context, action, row, actor, body, key);
  await tell(context, row, command, policy)
    .catch(async (error: unknown) => {
      const ended = error instanceof CaseNotRunning ? await findCase(context.db, row.code) : undefined;
      if (ended === undefined || ended.seq === row.seq) throw error;
      // It ended since its row was read: whoever acts learns how it stands, and what a case that has ended takes is done.
      assertOffered(action, ended, actor, policy);
      await tell(context, ended, command, policy);
    })
    .catch((error: unknown) => {
      throw problemOfCase(error);
    });
  const [after, corrections] = await Promise.all([
    findCase(context.db, row.code),
    correctionsFor(context, row.code, actor),
  ]);
  return { status: 200, body: await presentWithDays(context, after ?? row, actor, policy, corrections) };
}

/** What is asked of the case, as the law wants it said. @throws Problem 422 that names each fault */
async function commandOf(
  context: ApiContext,
  action: CaseAction,
  row: CaseRow,
  actor: Actor,
  body: unknown,
  key: string
): Promise<Command> {
  const at = context.now();
  const asked = validated(inputs[action], body) as Asked<ActionName>;
  const resolved = await resolve(context, row.state, action, asked, actor);
  const foundFaults =
    action === 'publish' || action === 'republish'
      ? await publicationFaults(context, row, actor, asked as Asked<'republish'>)
      : await attachmentFaults(context, actor, row, filesOf(asked));
  if ('faults' in resolved) throw invalidInput([...resolved.faults, ...foundFaults]);
  assertFaultless(foundFaults);
  return { action, by: actor, at, key, input: resolved.input };
}

/** What is wrong with the texts and files that are to be public. */
async function publicationFaults({ db }: ApiContext, row: CaseRow, actor: Actor, asked: Asked<'republish'>) {
  const submitter = await personOf(db, row);
  return [
    ...publicationTextFaults(submitter, asked),
    ...(await publicationFileFaults(db, actor, row, submitter, filesOf(asked))),
  ];
}

/** Asks the case; one that has ended is taken up again, where the table lets it. */
async function tell({ cases, db, lawBook }: ApiContext, row: CaseRow, command: Command, policy: Policy): Promise<void> {
  const { state } = row;
  const ask = async () => {
    if (!isFinal(state.status) || !ruleOf(command.action).from.includes(state.status))
      return cases.act(row.code, command);
    const { calendar } = await lawBook.lawAt(state.receivedAt, command.at);
    return cases.takeUp(await knownOf(db, row.code), command, { calendar, policy });
  };
  try {
    await ask();
  } catch (error) {
    if (!(error instanceof ActionRefused) || error.known >= row.seq) throw error;
    // It was interrupted while it wrote, or Temporal was restored to an earlier moment than the record. Where it has
    // looked by itself since, there is nothing to look for, and the act is still to be asked again.
    await cases.lookAtRecord(row.code, row.seq);
    await ask();
  }
}

/** Says no before the input is looked at, where the read model knows already that the case would. The case has the last word. */
function assertOffered(action: CaseAction, { state }: CaseRow, actor: Actor, policy: Policy): void {
  const allowed = allowedActions(state, actor, policy);
  if (allowed.includes(action)) return;
  if (!isEntitled(state, actor, action)) throw problemOfRefusal({ reason: 'forbidden', status: state.status, allowed });
  if (!ruleOf(action).from.includes(state.status))
    throw problemOfRefusal({ reason: 'notFromThisStatus', status: state.status, allowed });
}

/** A petition too late for its case becomes a new one that names it (S4). */
async function followUp(
  context: ApiContext,
  action: CaseAction,
  row: CaseRow,
  actor: Actor,
  body: unknown,
  claim: Claim
): Promise<Answer> {
  if (!isEntitled(row.state, actor, action))
    throw problemOfRefusal({ reason: 'forbidden', status: row.status, allowed: [] });
  const now = context.now();
  const asked = action === 'dispute' ? validated(inputs.dispute, body) : validated(inputs.supplyInfo, body);
  const fileFaults = await attachmentFaults(context, actor, null, filesOf(asked));
  assertFaultless(fileFaults);
  const { phone, email } = await contactOf(context.db, row);
  const submission: Submission = {
    channel: row.channel,
    category: row.category,
    title: row.title,
    content: 'reason' in asked ? asked.reason : asked.text,
    submitter: {
      name: row.submitterName,
      address: row.submitterAddress,
      // Where they are reached now: what was wrong would fail once more, or reach somebody else.
      phone,
      email,
    },
    account: row.submitterAccount,
    attachments: 'attachments' in asked ? asked.attachments : [],
    dossierNumber: row.dossierNumber,
    follows: row.code,
    receivedAt: now,
    receiptReason: null,
    receiptEvidence: null,
  };
  return startCase(context, actor, submission, claim, now);
}

const filesOf = (asked: object) => ('attachments' in asked ? listed(asked.attachments as readonly string[]) : []);
