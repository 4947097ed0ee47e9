import {
  allHandlersFinished,
  ApplicationFailure,
  condition,
  continueAsNew,
  setHandler,
  upsertSearchAttributes,
  workflowInfo,
} from '@temporalio/workflow';
import { actionNames } from '../domain/actions';
import { dueAlarms, nextAlarm } from '../domain/alarms';
import { unborn, type CaseEvent, type CaseState, type Command, type Decision, type Refusal } from '../domain/case';
import { changeAgency, changeCalendar, changeJointAnswer } from '../domain/changes';
import { decide } from '../domain/decide';
import { evolve } from '../domain/evolve';
import { refusalOnRecord } from '../domain/refusedSignal';
import { isFinal } from '../domain/statuses';
import { earliest, toMillis } from '../domain/time';
import { legalTime, realDuration } from '../domain/trainingClock';
import { openLedger, type Entry } from './ledger';
import * as messages from './messages';
import type { CaseInput, Receipt } from './messages';
import { changedAttributes } from './searchAttributes';

/** A case that was taken up for one act stays awake for those that follow on it, and for the same one sent again. */
const STAYS_UP = '1 minute';

/** One case, from submission to its end. Holds no rule of the law: those are in domain/. */
export async function caseWorkflow({ code, clock, carried, takenUp, ...input }: CaseInput): Promise<void> {
  let law = input.law;
  let shown = carried?.state ?? unborn(code);
  let rollingOver = false;
  const now = () => legalTime(Date.now(), clock);
  const ledger = openLedger({
    state: shown,
    keys: carried?.keys ?? [],
    beforeWriting: show,
    clock,
  });
  const { state } = ledger;

  // Everything up to here and the handlers are one synchronous stretch: no message meets a case half set up.
  const submitted = input.submission === undefined ? null : act(input.submission);
  for (const name of actionNames) {
    setHandler(messages.updates[name], act, { validator: refuseOrAllow });
    setHandler(messages.signals[name], (command) => actQuietly({ ...command, action: name }));
  }
  setHandler(messages.stateQuery, state);
  setHandler(messages.tellState, () => undefined, {
    validator: () => {
      throw ApplicationFailure.create({ type: messages.TOLD_STATE, nonRetryable: true, details: [state()] });
    },
  });
  setHandler(messages.calendarChanged, async (change) => {
    await ledger.enter((before) => {
      const until = earliest(change.announcedAt ?? now(), now());
      const alarms = change.calendar.version > before.calendar ? dueAlarms(before, until, law, now()) : [];
      if (change.calendar.version > law.calendar.version) law = { ...law, calendar: change.calendar };
      return { events: [...alarms, ...changeCalendar(alarms.reduce(evolve, before), change, law, now())] };
    });
  });
  setHandler(messages.agencyChanged, async (change) => {
    await ledger.enter((before) => ({ events: rungThen(before, (rung) => changeAgency(rung, change, now())) }));
  });
  setHandler(messages.jointAnswerChanged, async (change, key) => {
    await ledger.enter(
      (before) => ({ events: rungThen(before, (rung) => changeJointAnswer(rung, change, now())), key }),
      key
    );
  });
  setHandler(messages.lookAtRecord, async () => ({ seq: await ledger.catchUp() }), {
    validator: ({ seq }) => {
      if (state().seq >= seq) throw ApplicationFailure.nonRetryable('nothing to look for', messages.KNOWS_ITS_RECORD);
    },
  });
  setHandler(messages.rollOver, () => {
    rollingOver = true;
  });

  await submitted;
  // What was erased is forgotten as soon as this run has ended.
  const erased = () => state().erasedThrough !== carried?.state.erasedThrough;
  if (takenUp === true && isFinal(state().status)) await condition(erased, STAYS_UP);

  while (!isFinal(state().status) && !mustRollOver()) {
    const alarm = nextAlarm(state());
    const disturbed = () => isFinal(state().status) || mustRollOver() || nextAlarm(state())?.at !== alarm?.at;
    if (alarm === null) await condition(disturbed);
    else await condition(disturbed, Math.max(1, realDuration(toMillis(alarm.at) - toMillis(now()), clock)));
    await ledger.enter((before) => ({ events: dueAlarms(before, now(), law, now()) }));
  }

  // Nothing may be awaited between this and the end of the run: an act taken meanwhile would go unanswered.
  await condition(atRest);
  if (isFinal(state().status)) return;
  await continueAsNew<typeof caseWorkflow>({
    code,
    law,
    clock,
    carried: { state: state(), keys: ledger.keys() },
  });

  /** Everybody is answered and everything on record. */
  function atRest(): boolean {
    return allHandlersFinished() && ledger.isAtRest();
  }

  function mustRollOver(): boolean {
    return rollingOver || workflowInfo().continueAsNewSuggested;
  }

  /** Everything that was due by now, and what becomes of the case then. */
  function rungThen(before: CaseState, change: (rung: CaseState) => readonly CaseEvent[]): CaseEvent[] {
    const alarms = dueAlarms(before, now(), law, now());
    return [...alarms, ...change(alarms.reduce(evolve, before))];
  }

  /** What an act comes to, after everything that was due by its time has rung. */
  function weigh(before: CaseState, command: Command): { alarms: readonly CaseEvent[]; decision: Decision } {
    // A submission was decided before the start, by the clock of whoever started it, which may be ahead of this one.
    const at = before.seq === 0 ? command.at : earliest(command.at, now());
    const alarms = dueAlarms(before, at, law, now());
    return { alarms, decision: decide(alarms.reduce(evolve, before), { ...command, at }, law, now()) };
  }

  function refuseOrAllow(command: Command): void {
    if (ledger.knows(command.key)) return;
    const { decision } = weigh(state(), command);
    if (!decision.ok) throw refused(decision.refusal, state());
  }

  /** Decides again: others may have been taken since the validator ran. */
  async function act(command: Command): Promise<Receipt> {
    let failure = null as ApplicationFailure | null;
    const seq = await ledger.enter((before) => {
      const { alarms, decision } = weigh(before, command);
      failure = decision.ok ? null : refused(decision.refusal, before);
      return decision.ok ? { events: [...alarms, ...decision.events], key: command.key } : { events: alarms };
    }, command.key);
    if (failure !== null) throw failure;
    return { seq };
  }

  /** A signal has nobody to refuse to: what does not apply is put on record, and never breaks the case. */
  async function actQuietly(command: Command): Promise<void> {
    await ledger.enter((before) => {
      try {
        const { alarms, decision } = weigh(before, command);
        if (decision.ok) return { events: [...alarms, ...decision.events], key: command.key };
        return refusedOnRecord(alarms.reduce(evolve, before), command, decision.refusal.reason, alarms);
      } catch {
        // The rules are pure: what they throw comes from a message without the shape of a command.
        return refusedOnRecord(before, command, 'invalidInput', []);
      }
    }, command.key);
  }

  function refusedOnRecord(
    before: CaseState,
    { action, by }: Command,
    reason: Refusal['reason'],
    alarms: readonly CaseEvent[]
  ): Entry {
    return { events: [...alarms, refusalOnRecord(before, action, by, reason, now())] };
  }

  /** What supervisors can ask Temporal itself. */
  function show(after: CaseState): void {
    const attributes = shown.seq === 0 ? [] : changedAttributes(shown, after);
    if (attributes.length > 0) upsertSearchAttributes(attributes);
    shown = after;
  }
}

const refused = (refusal: Refusal, { seq }: CaseState): ApplicationFailure =>
  ApplicationFailure.create({
    type: messages.ACTION_REFUSED,
    message: refusal.reason,
    nonRetryable: true,
    details: [refusal, seq],
  });
