import { acts } from './acts';
import type { Act, Moment } from './acts/act';
import { actionNames, ruleOf, type ActionName, type ActionRule } from './actions';
import { capacitiesOf } from './capacities';
import type { CaseEvent, CaseState, Command, Decision, Fault, Refusal, RefusalReason } from './case';
import type { Policy } from './policy';
import type { Actor } from './roles';
import type { Law } from './terms';
import { dateOf, latest, type Instant } from './time';

/** The acts that `decide` would take from the actor now, given an input without faults. */
export const allowedActions = (state: CaseState, actor: Actor, policy: Policy): ActionName[] =>
  actionNames.filter((action) => obstacle(state, action, actor, policy) === null);

/**
 * Says what an act does to a case, or why it may not. Pure.
 * Alarms due by `command.at` must have rung before (`dueAlarms`): a term that has ended has ended.
 * @param recordedAt when the case takes note of the act; its legal time is `command.at`.
 */
export function decide(state: CaseState, command: Command, law: Law, recordedAt: Instant): Decision {
  const { action, by } = command;
  const reason = obstacle(state, action, by, law.policy);
  if (reason !== null) return refuse(state, by, law.policy, reason);

  const act = acts[action] as Act<ActionName>;
  const at = latest(command.at, state.asOf);
  const moment: Moment = { at, today: dateOf(at), by, law };
  const faults = act.faults?.(state, command.input, moment) ?? [];
  if (faults.length > 0) return refuse(state, by, law.policy, 'invalidInput', faults);

  const event = {
    seq: state.seq + 1,
    type: action,
    at,
    recordedAt,
    by,
    data: act.data?.(state, command.input) ?? command.input,
    changes: act.changes(state, command.input, moment),
  };
  return { ok: true, events: [event as CaseEvent] };
}

/** Whether the actor stands towards the case as somebody who may do this act, whenever its time is. */
export const isEntitled = (state: CaseState, actor: Actor, action: ActionName): boolean =>
  capacitiesOf(state, actor).some((capacity) => ruleOf(action).by.includes(capacity));

/** What stands in the way of an act, whatever its input; null where nothing does. */
function obstacle(state: CaseState, action: ActionName, by: Actor, policy: Policy): RefusalReason | null {
  if (!isEntitled(state, by, action)) return 'forbidden';
  const rule = ruleOf(action);
  const inPlace = state.seq === 0 ? action === 'submit' : rule.from.includes(state.status);
  if (!inPlace) return 'notFromThisStatus';
  if (isForPredecessor(state, rule, by)) return 'notAssigned';
  return (acts[action] as Act<ActionName>).guard?.(state, by, policy) ?? null;
}

/**
 * What the officer of an agency that has ended had half written goes out in nobody's name: the head of the successor
 * first assigns the case, to them or to another (R10.3, S8).
 */
const isForPredecessor = (state: CaseState, rule: ActionRule, by: Actor): boolean =>
  state.formerOfficer === by.id &&
  by.role === 'agency_officer' &&
  rule.by.some((capacity) => capacity === 'leadAgency' || capacity === 'leadAgencyOfficer');

function refuse(state: CaseState, by: Actor, policy: Policy, reason: RefusalReason, faults?: Fault[]): Decision {
  const refusal: Refusal = { reason, status: state.status, allowed: allowedActions(state, by, policy) };
  return { ok: false, refusal: faults === undefined ? refusal : { ...refusal, faults } };
}
