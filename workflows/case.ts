import {
  allHandlersFinished,
  ApplicationFailure,
  CancellationScope,
  condition,
  continueAsNew,
  proxyActivities,
  setHandler,
  sleep,
  upsertSearchAttributes,
  workflowInfo,
} from '@temporalio/workflow';
import type { Activities } from '../activities';
import { actionNames } from '../domain/actions';
import { dueAlarms, nextAlarm } from '../domain/alarms';
import { unborn, type CaseEvent, type Command, type Decision, type Refusal } from '../domain/case';
import { changeAgency, changeCalendar } from '../domain/changes';
import { decide } from '../domain/decide';
import { evolve } from '../domain/evolve';
import { refusalOnRecord } from '../domain/refusedSignal';
import { isFinal } from '../domain/statuses';
import { earliest, toMillis } from '../domain/time';
import { legalTime, realDuration } from '../domain/trainingClock';
import { deliveries } from './delivery';
import * as messages from './messages';
import type { CaseInput, Receipt } from './messages';
import { changedAttributes } from './searchAttributes';

const { record, recall } = proxyActivities<Pick<Activities, 'record' | 'recall'>>({
  startToCloseTimeout: '10s',
  retry: { maximumInterval: '1 minute' },
});

const KEYS_KEPT = 200;

/** A case that was taken up for one act stays awake for those that follow on it, and for the same one sent again. */
const STAYS_UP = '1 minute';

/** One case, from submission to its end. Holds no rule of the law: those are in domain/. */
export async function caseWorkflow({ code, clock, carried, takenUp, ...input }: CaseInput): Promise<void> {
  let law = input.law;
  let state = carried?.state ?? unborn(code);
  let keys: readonly string[] = carried?.keys ?? [];
  let recorded: Promise<void> = Promise.resolve();
  let unrecorded = 0;
  let rollingOver = false;
  let upToDate = takenUp !== true;
  const notices = deliveries(code, clock, carried?.undelivered ?? []);
  const now = () => legalTime(Date.now(), clock);

  // Everything up to here and the handlers are one synchronous stretch: no message meets a case half set up.
  if (input.submission !== undefined) take(input.submission);
  for (const name of actionNames) {
    setHandler(messages.updates[name], act, { validator: refuseOrAllow });
    setHandler(messages.signals[name], async (command) => {
      if (!upToDate) await condition(() => upToDate);
      actQuietly({ ...command, action: name });
    });
  }
  setHandler(messages.stateQuery, () => state);
  setHandler(messages.calendarChanged, (change) => {
    if (change.calendar.version <= law.calendar.version) return;
    ring(earliest(change.announcedAt ?? now(), now()));
    law = { ...law, calendar: change.calendar };
    keep(changeCalendar(state, change, law, now()));
  });
  setHandler(messages.agencyChanged, (change) => {
    ring();
    keep(changeAgency(state, change, now()));
  });
  setHandler(messages.rollOver, () => {
    rollingOver = true;
  });

  if (takenUp === true) {
    state = await recall(code);
    upToDate = true;
    if (isFinal(state.status)) await sleep(STAYS_UP);
  }

  while (!isFinal(state.status) && !mustRollOver()) {
    const alarm = nextAlarm(state);
    const disturbed = () => isFinal(state.status) || mustRollOver() || nextAlarm(state)?.at !== alarm?.at;
    if (alarm === null) await condition(disturbed);
    else await condition(disturbed, Math.max(1, realDuration(toMillis(alarm.at) - toMillis(now()), clock)));
    ring();
  }

  // Nothing may be awaited between this and the end of the run: an act taken meanwhile would go unanswered.
  await condition(atRest);
  if (isFinal(state.status)) return;
  notices.stop();
  await continueAsNew<typeof caseWorkflow>({
    code,
    law,
    clock,
    carried: { state, keys, undelivered: notices.pending() },
  });

  /** Everybody is answered and everything on record; a case that ends has told everybody, one that goes on tells later. */
  function atRest(): boolean {
    return allHandlersFinished() && unrecorded === 0 && !(isFinal(state.status) && notices.pending().length > 0);
  }

  function mustRollOver(): boolean {
    return rollingOver || workflowInfo().continueAsNewSuggested;
  }

  /** What an act comes to, after everything that was due by its time has rung. */
  function weigh(command: Command): { alarms: readonly CaseEvent[]; decision: Decision } {
    const at = earliest(command.at, now());
    const alarms = dueAlarms(state, at, law, now());
    return { alarms, decision: decide(alarms.reduce(evolve, state), { ...command, at }, law, now()) };
  }

  function take(command: Command): Decision {
    const { alarms, decision } = weigh(command);
    keep(alarms);
    if (decision.ok) {
      keep(decision.events);
      keys = [...keys.slice(1 - KEYS_KEPT), command.key];
    }
    return decision;
  }

  function refuseOrAllow(command: Command): void {
    if (!upToDate || keys.includes(command.key)) return;
    const { decision } = weigh(command);
    if (!decision.ok) throw refused(decision.refusal);
  }

  /** Decides again: others may have been taken since the validator ran. */
  async function act(command: Command): Promise<Receipt> {
    if (!upToDate) await condition(() => upToDate);
    if (!keys.includes(command.key)) {
      const decision = take(command);
      if (!decision.ok) throw refused(decision.refusal);
    }
    const { seq } = state;
    await recorded;
    return { seq };
  }

  /** A signal has nobody to refuse to: what does not apply is put on record, and never breaks the case. */
  function actQuietly(command: Command): void {
    if (keys.includes(command.key)) return;
    try {
      const decision = take(command);
      if (!decision.ok) keep([refusalOnRecord(state, command.action, command.by, decision.refusal.reason, now())]);
    } catch {
      // The rules are pure: what they throw comes from a message without the shape of a command.
      keep([refusalOnRecord(state, command.action, command.by, 'invalidInput', now())]);
    }
  }

  function ring(until = now()): void {
    keep(dueAlarms(state, until, law, now()));
  }

  /** Changes the state at once, so that the next message meets it; then writes the record, in order. */
  function keep(events: readonly CaseEvent[]): void {
    if (events.length === 0) return;
    const before = state;
    state = events.reduce(evolve, state);
    const after = state;
    const attributes = before.seq === 0 ? [] : changedAttributes(before, after);
    if (attributes.length > 0) upsertSearchAttributes(attributes);
    unrecorded += events.length;
    recorded = recorded.then(async () => {
      const { toDeliver } = await CancellationScope.nonCancellable(() => record({ events, state: after }));
      unrecorded -= events.length;
      toDeliver.forEach(notices.start);
    });
  }
}

const refused = (refusal: Refusal): ApplicationFailure =>
  ApplicationFailure.create({
    type: messages.ACTION_REFUSED,
    message: refusal.reason,
    nonRetryable: true,
    details: [refusal],
  });
