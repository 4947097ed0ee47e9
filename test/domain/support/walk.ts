import fc from 'fast-check';
import { actionNames, type ActionName } from '../../../domain/actions';
import { dueAlarms } from '../../../domain/alarms';
import type { Calendar } from '../../../domain/calendar';
import { unborn, type CaseEvent, type CaseState, type Command } from '../../../domain/case';
import { changeAgency, changeCalendar } from '../../../domain/changes';
import { allowedActions, decide } from '../../../domain/decide';
import { evolve } from '../../../domain/evolve';
import type { ActionInputs, Lead } from '../../../domain/inputs';
import { OFFICE, type Actor } from '../../../domain/roles';
import { isFinal } from '../../../domain/statuses';
import type { Law } from '../../../domain/terms';
import { addDays, dateOf, toInstant, toMillis, weekday, type Instant } from '../../../domain/time';
import { faultless, submission } from '../../support/inputs';
import { at, law as officialLaw } from '../../support/law';
import * as people from '../../support/people';

const agencies = [people.LEAD, people.OTHER, 'health', OFFICE];

export const everybody: readonly Actor[] = [
  people.submitter,
  { ...people.submitter, id: 'somebody-else' },
  people.reception,
  ...agencies.flatMap((agency) => [people.officerOf(agency), people.headOf(agency)]),
  people.supervisor,
  people.leadership,
  people.admin,
  people.integration,
];

/** One thing that may happen next; `choice` picks among what can. */
type Step =
  | {
      readonly kind: 'usualAct' | 'anyAct';
      readonly minutes: number;
      readonly choice: number;
      readonly inputs: RandomInputs;
    }
  | {
      readonly kind: 'blindAct';
      readonly minutes: number;
      readonly by: Actor;
      readonly action: Later;
      readonly inputs: RandomInputs;
    }
  | { readonly kind: 'calendar'; readonly minutes: number; readonly inDays: readonly number[] }
  | { readonly kind: 'agency'; readonly minutes: number; readonly from: string; readonly to: string };

type Later = Exclude<ActionName, 'submit'>;
const laterActions = actionNames.filter((name): name is Later => name !== 'submit');
/** They end a case, lead it off the main road or back on it, or change nothing: left to chance, no case would come far. */
const unusual: readonly Later[] = ['withdraw', 'reject', 'note', 'message', 'urge', 'link', 'decline'];
type RandomInputs = Omit<ActionInputs, 'submit'>;

const agency = fc.constantFrom(...agencies);
const lead: fc.Arbitrary<Lead> = fc.record({ agency, needsApproval: fc.boolean() }, { noNullPrototype: true });
const inputs: fc.Arbitrary<RandomInputs> = fc
  .record({
    lead,
    coordinating: fc.uniqueArray(agency, { maxLength: 3 }),
    agrees: fc.boolean(),
    outcome: fc.constantFrom('directive' as const, 'answer' as const),
    leadOfDirective: fc.option(lead),
    officer: fc.constantFrom('first-officer', 'second-officer'),
    text: fc.option(fc.constant('Nội dung.')),
  })
  .map(({ lead, coordinating, agrees, outcome, leadOfDirective, officer, text }) => ({
    ...faultless,
    forward: { lead, coordinating: coordinating.filter((agency) => agency !== lead.agency), reason: text },
    opine: { ...faultless.opine, agrees },
    assign: { officer },
    answer: { text, attachments: [] },
    decide: { outcome, text: 'Nội dung.', lead: outcome === 'answer' ? null : leadOfDirective },
  }));

/** Mostly hours to days, sometimes nothing at all, sometimes weeks: acts meet, precede and follow alarms. */
const minutes = fc.oneof(
  { weight: 1, arbitrary: fc.constant(0) },
  { weight: 6, arbitrary: fc.integer({ min: 1, max: 3 * 24 * 60 }) },
  { weight: 1, arbitrary: fc.integer({ min: 5, max: 40 }).map((days) => days * 24 * 60) }
);

const step: fc.Arbitrary<Step> = fc.oneof(
  { weight: 16, arbitrary: fc.record({ kind: fc.constant('usualAct' as const), minutes, choice: fc.nat(), inputs }) },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('anyAct' as const), minutes, choice: fc.nat(), inputs }) },
  {
    weight: 2,
    arbitrary: fc.record({
      kind: fc.constant('blindAct' as const),
      minutes,
      by: fc.constantFrom(...everybody),
      action: fc.constantFrom(...laterActions),
      inputs,
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      kind: fc.constant('calendar' as const),
      minutes,
      inDays: fc.uniqueArray(fc.integer({ min: -20, max: 30 }), { minLength: 1, maxLength: 6 }),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({ kind: fc.constant('agency' as const), minutes, from: agency, to: agency }),
  }
);

/** A moment of a walk: the case as it stands when everything that is due by `now` has rung. */
export interface Place {
  readonly state: CaseState;
  readonly events: readonly CaseEvent[];
  readonly law: Law;
  readonly now: Instant;
}

/** A random life of a case, as the places that it comes through. */
export const walks: fc.Arbitrary<Place[]> = fc
  .record({
    receivedAt: fc.integer({ min: 0, max: 400 * 24 * 60 }).map((minute) => later(at('2026-01-05 08:00'), minute)),
    enteredAfter: minutes,
    onPaper: fc.boolean(),
    steps: fc.array(step, { minLength: 1, maxLength: 30, size: 'max' }),
  })
  .map(({ receivedAt, enteredAfter, onPaper, steps }) => {
    const places = [onPaper ? enteredOnPaper(receivedAt, later(receivedAt, enteredAfter)) : sent(receivedAt)];
    for (const step of steps) places.push(next(places.at(-1)!, step));
    return places;
  });

const later = (moment: Instant, minutes: number) => toInstant(toMillis(moment) + minutes * 60_000);

const submitted = (enteredAt: Instant, by: Actor, input: ActionInputs['submit']): Place =>
  taken(
    { state: unborn('TEST-1'), events: [], law: officialLaw, now: enteredAt },
    { action: 'submit', by, at: enteredAt, key: '', input }
  );

const sent = (receivedAt: Instant) => submitted(receivedAt, people.submitter, submission(receivedAt));

const enteredOnPaper = (receivedAt: Instant, enteredAt: Instant) =>
  submitted(
    enteredAt,
    people.reception,
    submission(receivedAt, {
      channel: 'paper',
      account: null,
      receiptReason: 'Gửi qua bưu điện.',
      receiptEvidence: 'envelope',
    })
  );

const happened = (place: Place, events: readonly CaseEvent[]): Place => ({
  ...place,
  state: events.reduce(evolve, place.state),
  events: [...place.events, ...events],
});

const rung = (place: Place): Place => happened(place, dueAlarms(place.state, place.now, place.law, place.now));

function taken(place: Place, command: Command): Place {
  const decision = decide(place.state, command, place.law, place.now);
  return decision.ok ? rung(happened(place, decision.events)) : place;
}

/** Each act once, so that those that few may do are not lost among those of everybody. */
const possibleActs = ({ state, law }: Place, aside: readonly Later[]) =>
  laterActions
    .filter((action) => !aside.includes(action))
    .flatMap((action) => {
      const by = everybody.filter((actor) => allowedActions(state, actor, law.policy).includes(action));
      return by.length === 0 ? [] : [{ action, by }];
    });

function picked(possible: ReturnType<typeof possibleActs>, choice: number) {
  const chosen = possible[choice % possible.length];
  return chosen && { action: chosen.action, by: chosen.by[choice % chosen.by.length]! };
}

function next(from: Place, step: Step): Place {
  const place = rung({ ...from, now: later(from.now, step.minutes) });
  const { state, law, now } = place;
  switch (step.kind) {
    case 'usualAct':
    case 'anyAct': {
      const aside = step.kind === 'usualAct' ? unusual : [];
      const chosen = picked(possibleActs(place, aside), step.choice);
      return chosen === undefined
        ? place
        : taken(place, { ...chosen, at: now, key: '', input: step.inputs[chosen.action] });
    }
    case 'blindAct':
      return taken(place, { action: step.action, by: step.by, at: now, key: '', input: step.inputs[step.action] });
    case 'calendar': {
      if (isFinal(state.status)) return place;
      const calendar = toggled(
        law.calendar,
        step.inDays.map((days) => addDays(dateOf(now), days))
      );
      const change = { calendar, document: '1/TB', reason: 'Hoán đổi ngày làm việc.' };
      return rung({ ...happened(place, changeCalendar(state, change, law, now)), law: { ...law, calendar } });
    }
    case 'agency': {
      if (isFinal(state.status) || step.from === step.to) return place;
      const change = { from: step.from, to: { agency: step.to, needsApproval: true }, document: '2/QĐ' };
      return rung(happened(place, changeAgency(state, change, now)));
    }
  }
}

/** Weekdays become days off or working days again; Saturdays and Sundays likewise. */
function toggled(calendar: Calendar, days: readonly string[]): Calendar {
  const toggle = (list: readonly string[], inWeekend: boolean) => {
    const changed = days.filter((day) => weekday(day) > 5 === inWeekend);
    const kept = list.filter((day) => !changed.includes(day));
    return [...kept, ...changed.filter((day) => !list.includes(day))].sort();
  };
  return {
    ...calendar,
    version: calendar.version + 1,
    off: toggle(calendar.off, false),
    worked: toggle(calendar.worked, true),
  };
}
