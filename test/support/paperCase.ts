import type { ActionName } from '../../domain/actions';
import { dueAlarms } from '../../domain/alarms';
import { unborn, type CaseEvent, type CaseState, type JointAnswerChangedData, type Refusal } from '../../domain/case';
import {
  changeAgency,
  changeCalendar,
  changeJointAnswer,
  type AgencyChange,
  type CalendarChange,
} from '../../domain/changes';
import { decide } from '../../domain/decide';
import { evolve, stepsOf, type Step } from '../../domain/evolve';
import type { ActionInputs, Submission } from '../../domain/inputs';
import type { Actor } from '../../domain/roles';
import type { Law, Term } from '../../domain/terms';
import { faultless, submission } from './inputs';
import { at, law as officialLaw } from './law';
import { submitter } from './people';
import { brief } from './timeline';

type LaterAction = Exclude<ActionName, 'submit'>;

/** A case without servers, that rings its alarms before every act as the workflow does. Moments are written `2026-10-05 09:00`. */
export interface PaperCase {
  readonly state: CaseState;
  readonly events: readonly CaseEvent[];
  /** The latest event, with the states around it. */
  readonly latest: Step;
  readonly law: Law;
  /** @throws Error with the reason where the act is refused. */
  act<A extends LaterAction>(when: string, by: Actor, action: A, input?: Partial<ActionInputs[A]>): void;
  /** Why an act is refused; null where it would be taken. */
  refusal<A extends LaterAction>(when: string, by: Actor, action: A, input?: Partial<ActionInputs[A]>): Refusal | null;
  wait(until: string): void;
  changeCalendar(when: string, change: CalendarChange): void;
  changeAgency(when: string, change: AgencyChange): void;
  changeJointAnswer(when: string, change: JointAnswerChangedData): void;
  term(key: string): Term;
  /** The record in one line per event, from event number `from` on. */
  timeline(from?: number): string[];
}

/** A case that was submitted at a moment, under the official calendar. */
export function paperCase(
  when: string,
  { given = {}, by = submitter, law: start = officialLaw }: { given?: Partial<Submission>; by?: Actor; law?: Law } = {}
): PaperCase {
  let law = start;
  let state = unborn('TEST-1');
  const events: CaseEvent[] = [];
  const keep = (happened: readonly CaseEvent[]) => {
    events.push(...happened);
    state = happened.reduce(evolve, state);
  };
  const wait = (until: string) => {
    keep(dueAlarms(state, at(until), law, at(until)));
  };
  const weigh = (moment: string, actor: Actor, action: ActionName, input: ActionInputs[ActionName]) => {
    const alarms = dueAlarms(state, at(moment), law, at(moment));
    const command = { action, by: actor, at: at(moment), key: '', input };
    return { alarms, decision: decide(alarms.reduce(evolve, state), command, law, at(moment)) };
  };
  const act = (moment: string, actor: Actor, action: ActionName, input: ActionInputs[ActionName]) => {
    const { alarms, decision } = weigh(moment, actor, action, input);
    keep(alarms);
    if (!decision.ok) throw new Error(`${action} is refused: ${JSON.stringify(decision.refusal)}`);
    keep(decision.events);
  };

  act(when, by, 'submit', submission(at(when), given));
  return {
    get state() {
      return state;
    },
    get latest() {
      return stepsOf(unborn(state.code), events).at(-1)!;
    },
    get law() {
      return law;
    },
    events,
    wait,
    act: (moment, actor, action, input) => {
      act(moment, actor, action, { ...faultless[action], ...input });
    },
    refusal: (moment, actor, action, input) => {
      const { decision } = weigh(moment, actor, action, { ...faultless[action], ...input });
      return decision.ok ? null : decision.refusal;
    },
    changeCalendar: (moment, change) => {
      wait(moment);
      keep(changeCalendar(state, change, law, at(moment)));
      law = { ...law, calendar: change.calendar };
    },
    changeAgency: (moment, change) => {
      wait(moment);
      keep(changeAgency(state, change, at(moment)));
    },
    changeJointAnswer: (moment, change) => {
      wait(moment);
      keep(changeJointAnswer(state, change, at(moment)));
    },
    term: (key) => {
      const term = state.terms[key];
      if (term === undefined) throw new Error(`there is no term ${key}`);
      return term;
    },
    timeline: (from = 1) => events.filter(({ seq }) => seq >= from).map(brief),
  };
}
