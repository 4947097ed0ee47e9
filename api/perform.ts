import { ActionRefused, CaseNotRunning } from '../reachingCases';
import { findCase, type CaseRow } from '../db/cases';
import { knownOf } from '../db/known';
import { ruleOf, type ActionName } from '../domain/actions';
import type { Command } from '../domain/case';
import { allowedActions, isEntitled } from '../domain/decide';
import type { Policy } from '../domain/policy';
import type { Actor } from '../domain/roles';
import { isFinal } from '../domain/statuses';
import { inputs, type Asked } from '../inputs/actions';
import type { ApiContext } from './context';
import type { Answer, Claim } from './idempotency';
import { attachmentFaults, filesOfAct } from './namedAttachments';
import type { CaseAction } from './operations/acts';
import { personOf, publicationTextFaults } from './personalData';
import { correctionsFor, presentWithDays } from './presentByItsPolicy';
import { assertFaultless, invalidInput, validated } from '../http/problems';
import { publicationFileFaults } from './publicationFiles';
import { problemOfCase, problemOfRefusal } from './refusals';
import { resolve } from './resolve';

/** An act that somebody asks for, to a case as they may see it. */
export interface WantedAct {
  readonly action: CaseAction;
  readonly row: CaseRow;
  readonly actor: Actor;
  /** As it was sent. */
  readonly body: unknown;
}

/** Does an act to a case, under the claim's key. */
export async function perform(context: ApiContext, wanted: WantedAct, { key }: Claim): Promise<Answer> {
  const { action, row, actor } = wanted;
  const policy = await context.lawBook.policy(row.state.policy);
  assertOffered(action, row, actor, policy);
  const command = await commandOf(context, wanted, key);
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
async function commandOf(context: ApiContext, { action, row, actor, body }: WantedAct, key: string): Promise<Command> {
  const at = context.now();
  const asked = validated(inputs[action], body) as Asked<ActionName>;
  const resolved = await resolve(context, row.state, action, asked, actor);
  const foundFaults =
    action === 'publish' || action === 'republish'
      ? await publicationFaults(context, row, actor, asked as Asked<'republish'>)
      : await attachmentFaults(context, actor, row, filesOfAct(asked));
  if ('faults' in resolved) throw invalidInput([...resolved.faults, ...foundFaults]);
  assertFaultless(foundFaults);
  return { action, by: actor, at, key, input: resolved.input };
}

/** What is wrong with the texts and files that are to be public. */
async function publicationFaults({ db }: ApiContext, row: CaseRow, actor: Actor, asked: Asked<'republish'>) {
  const submitter = await personOf(db, row);
  return [
    ...publicationTextFaults(submitter, asked),
    ...(await publicationFileFaults(db, actor, row, submitter, filesOfAct(asked))),
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
