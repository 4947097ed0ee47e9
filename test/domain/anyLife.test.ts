import fc from 'fast-check';
import { actionNames } from '../../domain/actions';
import { isWorkingDay } from '../../domain/calendar';
import { unborn } from '../../domain/case';
import { allowedActions, decide } from '../../domain/decide';
import { effectsOf } from '../../domain/effects';
import { evolve, fold, stepsOf } from '../../domain/evolve';
import { holderOf } from '../../domain/holdings';
import { isFinal } from '../../domain/statuses';
import { addDays, dateOf, startOf } from '../../domain/time';
import { templateKeyFor } from '../../messages/catalogue/texts';
import { heldDays } from '../support/heldDays';
import { faultless } from '../support/inputs';
import { frozen } from './support/frozen';
import { impossible } from './support/impossible';
import { everybody, walks, type Place } from './support/walk';

/** Lives of a run. */
const LIVES = 200;

/** Grown once: by the same seed each check would grow the same. */
const lives = fc.sample(walks, LIVES);

/** @throws Error with the shortest life found in which the check fails. */
function inAnyLife(check: (places: Place[]) => void): void {
  try {
    lives.forEach(check);
  } catch (error) {
    fc.assert(fc.property(walks, check), { numRuns: LIVES });
    throw error;
  }
}

const always = (check: (place: Place) => void) => {
  inAnyLife((places) => {
    places.forEach(check);
  });
};
const atTheEnd = (check: (place: Place) => void) => {
  inAnyLife((places) => {
    check(places.at(-1)!);
  });
};

test('lives take every road, and the main one often', () => {
  const passed = new Map<string, number>();
  for (const { events } of lives.map((places) => places.at(-1)!))
    for (const type of new Set(events.map(({ type }) => type))) passed.set(type, (passed.get(type) ?? 0) + 1);
  const seldom = (least: number, types: readonly string[]) => types.filter((type) => (passed.get(type) ?? 0) < least);
  expect(seldom(20, ['accept', 'forward', 'assign', 'propose', 'conclude', 'answer', 'publish'])).toEqual([]);
  expect(seldom(8, ['return', 'revise', 'dispute', 'escalate', 'decide', 'agencyChanged', 'calendarChanged'])).toEqual(
    []
  );
  expect(seldom(1, actionNames)).toEqual([]);
});

describe('whatever people do and whatever changes', () => {
  test('no case reaches an impossible state', () => {
    always((place) => {
      expect(impossible(place)).toEqual([]);
    });
  });

  test('R5: the events alone give the state, numbered without a gap', () => {
    atTheEnd(({ state, events }) => {
      expect(fold(state.code, events)).toEqual(state);
      expect(events.map(({ seq }) => seq)).toEqual(events.map((_, index) => index + 1));
    });
  });

  test('R1.3: for whatever is told to whomever there is a text', () => {
    atTheEnd(({ state, events }) => {
      for (const step of stepsOf(unborn(state.code), events))
        for (const { to, template } of effectsOf(step))
          expect(templateKeyFor(to.kind === 'submitter' ? 'submitter' : 'staff', template)).toContain(template);
    });
  });

  test('state and events are JSON', () => {
    atTheEnd(({ state, events }) => {
      expect(JSON.parse(JSON.stringify({ state, events }))).toStrictEqual({ state, events });
    });
  });

  test('an act is offered exactly when it would be taken with an input without faults', () => {
    atTheEnd(({ state, law, now }) => {
      for (const by of everybody) {
        const taken = actionNames.filter(
          (action) =>
            action !== 'submit' &&
            decide(state, { action, by, at: now, key: '', input: faultless[action] }, law, now).ok
        );
        expect(allowedActions(state, by, law.policy)).toEqual(taken);
      }
    });
  });

  test('a final case takes nothing but what concerns its publication, its submitter’s data and notes, and stays final', () => {
    always(({ state, law, now }) => {
      if (!isFinal(state.status)) return;
      for (const by of everybody)
        for (const action of allowedActions(state, by, law.policy)) {
          if (action !== 'republish' && action !== 'unpublish' && action !== 'erase' && action !== 'note')
            throw new Error(`${state.status} takes ${action}`);
          const decision = decide(state, { action, by, at: now, key: '', input: faultless[action] }, law, now);
          expect(decision.ok && decision.events.map(({ changes }) => changes.status)).toEqual([undefined]);
        }
    });
  });

  test('deciding is deterministic and leaves what it is given alone', () => {
    atTheEnd(({ state, law, now }) => {
      for (const by of everybody)
        for (const action of allowedActions(state, by, law.policy)) {
          if (action === 'submit') throw new Error('a case cannot be submitted twice');
          const command = { action, by, at: now, key: '', input: faultless[action] };
          const once = decide(frozen(state), frozen(command), frozen(law), now);
          expect(decide(state, command, law, now)).toEqual(once);
          if (once.ok) evolve(state, frozen(once.events[0]!));
        }
    });
  });

  test('who held it: the ledger gives every working day since receipt to whoever had the case when it began', () => {
    atTheEnd(({ state, events, law, now }) => {
      const [submitted, ...later] = events.map((_, index) => fold(state.code, events.slice(0, index + 1)));
      const held: Record<string, number> = {};
      for (let day = addDays(dateOf(state.receivedAt), 1); day <= dateOf(now); day = addDays(day, 1)) {
        const holder = holderOf(later.findLast(({ asOf }) => asOf < startOf(day)) ?? submitted!);
        if (holder !== null && isWorkingDay(day, law.calendar)) held[holder] = (held[holder] ?? 0) + 1;
      }
      const ledger = Object.entries(heldDays(state.holdings, dateOf(now), law.calendar)).filter(([, days]) => days > 0);
      expect(Object.fromEntries(ledger)).toEqual(held);
    });
  });
});
