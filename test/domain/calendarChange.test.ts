import { describe, expect, test } from '@jest/globals';
import { foresee } from '../../domain/calendarPreview';
import { changeCalendar, type CalendarChange } from '../../domain/changes';
import { effectsOf } from '../../domain/effects';
import { movedFor } from '../../domain/movedTerms';
import type { Recipient } from '../../domain/recipients';
import { evolve, stepsOf } from '../../domain/evolve';
import { unborn } from '../../domain/case';
import { at, law } from '../support/law';
import { paperCase } from '../support/paperCase';
import { head, LEAD, officer, OTHER, reception, submitter } from '../support/people';

const daysOff = (...dates: string[]) => ({
  calendar: { ...law.calendar, version: 2, off: [...law.calendar.off, ...dates].sort() },
  document: '9999/VPCP-KGVX',
  reason: 'Nghỉ thêm.',
});
const saturdayWorked = (date: string, ...off: string[]) => {
  const change = daysOff(...off);
  return { ...change, calendar: { ...change.calendar, worked: [...law.calendar.worked, date].sort() } };
};

describe('a change of the official days reaches a case late', () => {
  test('it counts from its announcement: warnings that fell due on the way are still to come', () => {
    const { state } = paperCase('2026-10-05 08:00');
    const change = { ...daysOff('2026-10-26'), announcedAt: at('2026-10-20 08:00') };
    const [event] = changeCalendar(state, change, law, at('2026-10-22 08:00'));
    expect(event).toMatchObject({ at: at('2026-10-20 08:00'), recordedAt: at('2026-10-22 08:00') });
    expect(evolve(state, event!).terms['answerBy']).toMatchObject({
      lastDay: '2026-10-27',
      warnings: [{ at: at('2026-10-22 00:00') }, { at: at('2026-10-27 00:00') }],
    });
  });

  test('but never from before the latest act', () => {
    const aCase = paperCase('2026-10-05 08:00');
    aCase.act('2026-10-06 09:00', reception, 'forward');
    const change = { ...daysOff('2026-10-26'), announcedAt: at('2026-10-06 08:00') };
    const [event] = changeCalendar(aCase.state, change, law, at('2026-10-06 10:00'));
    expect(event!.at).toBe(at('2026-10-06 09:00'));
  });

  test('one that has ended does not notice', () => {
    const aCase = paperCase('2026-10-05 08:00');
    aCase.act('2026-10-06 09:00', submitter, 'withdraw');
    expect(changeCalendar(aCase.state, daysOff('2026-10-26'), law, at('2026-10-07 08:00'))).toEqual([]);
  });
});

describe('R1.3: who knows a deadline is told when it moves', () => {
  const toldOf = (aCase: ReturnType<typeof paperCase>, now: string, change: CalendarChange) => {
    const [event] = changeCalendar(aCase.state, change, law, at(now));
    return stepsOf(aCase.state, [event!])
      .flatMap(effectsOf)
      .map(({ to, template }) => [template, to]);
  };

  test('the submitter, the unit and an agency that owes its opinion, each once', () => {
    const aCase = paperCase('2026-10-05 08:00');
    aCase.act('2026-10-06 09:00', reception, 'forward', { coordinating: [OTHER] });
    expect(toldOf(aCase, '2026-10-07 08:00', daysOff('2026-10-12'))).toEqual([
      ['deadline_moved', { kind: 'submitter' }],
      ['deadline_moved', { kind: 'unit', agency: LEAD }],
      ['deadline_moved', { kind: 'unit', agency: OTHER }],
    ]);
  });

  test('the submitter whose term to reply moves', () => {
    const aCase = paperCase('2026-10-05 08:00');
    aCase.act('2026-10-06 09:00', reception, 'forward');
    aCase.act('2026-10-06 10:00', head, 'assign');
    aCase.act('2026-10-07 09:00', officer, 'requestInfo');
    expect(toldOf(aCase, '2026-10-08 08:00', daysOff('2026-10-21'))).toContainEqual([
      'deadline_moved',
      { kind: 'submitter' },
    ]);
  });

  test('R10.2: the submitter until when they may dispute an answer, and nobody once there is no dispute any more', () => {
    const published = () => {
      const aCase = paperCase('2026-10-05 08:00');
      aCase.act('2026-10-06 09:00', reception, 'forward');
      aCase.act('2026-10-06 10:00', head, 'assign');
      aCase.act('2026-10-07 09:00', head, 'answer');
      aCase.act('2026-10-08 09:00', reception, 'publish');
      return aCase;
    };
    const change = daysOff('2026-10-23');
    expect(toldOf(published(), '2026-10-09 08:00', change)).toEqual([['deadline_moved', { kind: 'submitter' }]]);
    const decided = published();
    decided.act('2026-10-08 10:00', submitter, 'dispute');
    decided.act('2026-10-08 11:00', reception, 'uphold');
    expect(decided.state.disputeEnded).toBe(true);
    expect(toldOf(decided, '2026-10-09 08:00', change)).toEqual([]);
  });

  test('S2: of a case that waits for a reply the term to reply alone moves: what stands still has no end', () => {
    const aCase = paperCase('2026-10-05 08:00');
    aCase.act('2026-10-06 09:00', reception, 'forward');
    aCase.act('2026-10-08 09:00', officer, 'requestInfo');
    const change = daysOff('2026-10-20');
    const [event] = changeCalendar(aCase.state, change, law, at('2026-10-09 08:00'));
    expect(event!.data).toMatchObject({ moved: [{ term: 'infoOverdue', from: '2026-10-22', to: '2026-10-23' }] });
    expect(toldOf(aCase, '2026-10-09 08:00', change)).toEqual([['deadline_moved', { kind: 'submitter' }]]);
    aCase.changeCalendar('2026-10-09 08:00', change);
    aCase.act('2026-10-12 08:00', submitter, 'supplyInfo');
    expect(aCase.term('answerBy').lastDay).toBe('2026-10-29');
  });

  test('each of the deadline that they know: the submitter of the answer, an agency of its own opinion', () => {
    const aCase = paperCase('2026-10-05 08:00');
    aCase.act('2026-10-06 09:00', reception, 'forward', { coordinating: [OTHER, 'health'] });
    aCase.changeCalendar('2026-10-07 08:00', daysOff('2026-10-12'));
    const event = aCase.events.at(-1)!;
    const toldTo = (recipient: Recipient | null) =>
      event.type === 'calendarChanged' ? movedFor(recipient, event, aCase.state)?.term : 'no change';
    expect(toldTo({ kind: 'submitter' })).toBe('answerBy');
    expect(toldTo({ kind: 'unit', agency: LEAD })).toBe('answerBy');
    expect(toldTo({ kind: 'unit', agency: OTHER })).toBe(`opineBy:${OTHER}`);
    expect(toldTo({ kind: 'unit', agency: 'health' })).toBe('opineBy:health');
    expect(toldTo({ kind: 'unit', agency: 'justice' })).toBeUndefined();
    expect(toldTo(null)).toBe('answerBy');
  });

  test('the unit beside its officer: its head was told when the case came', () => {
    const aCase = paperCase('2026-10-05 08:00');
    aCase.act('2026-10-06 09:00', reception, 'forward');
    aCase.act('2026-10-06 10:00', head, 'assign');
    expect(toldOf(aCase, '2026-10-07 08:00', daysOff('2026-10-12'))).toEqual([
      ['deadline_moved', { kind: 'submitter' }],
      ['deadline_moved', { kind: 'account', id: officer.id }],
      ['deadline_moved', { kind: 'unit', agency: LEAD }],
    ]);
  });

  test('the Office too, of a deadline of which it was told that it had passed', () => {
    const aCase = paperCase('2026-10-05 08:00');
    aCase.act('2026-10-06 09:00', reception, 'forward');
    aCase.act('2026-10-06 10:00', head, 'assign');
    aCase.wait('2026-10-27 08:00');
    const alarm = stepsOf(unborn('TEST-1'), aCase.events).findLast(({ event }) => event.type === 'alarm');
    expect(effectsOf(alarm!)).toContainEqual({
      to: { kind: 'unit', agency: 'office' },
      template: 'overdue',
    });
    expect(toldOf(aCase, '2026-10-27 09:00', daysOff('2026-10-26'))).toContainEqual([
      'deadline_moved',
      { kind: 'unit', agency: 'office' },
    ]);
  });

  test('the leadership, before whom an escalated case lies', () => {
    const aCase = paperCase('2026-10-05 08:00');
    for (const day of ['06', '07', '08']) {
      aCase.act(`2026-10-${day} 09:00`, reception, 'forward');
      if (day !== '08') aCase.act(`2026-10-${day} 10:00`, head, 'decline');
    }
    aCase.act('2026-10-08 10:00', head, 'decline');
    aCase.act('2026-10-08 11:00', reception, 'escalate');
    expect(toldOf(aCase, '2026-10-09 08:00', daysOff('2026-10-12'))).toContainEqual([
      'deadline_moved',
      { kind: 'leadership' },
    ]);
  });

  test('nobody where only the terms of reception move', () => {
    const aCase = paperCase('2026-10-05 08:00');
    const change = saturdayWorked('2026-10-17', '2026-10-08');
    expect(foresee(aCase.state, change, law, at('2026-10-05 09:00')).moved).toEqual([
      { term: 'routeBy', from: '2026-10-12', to: '2026-10-13' },
    ]);
    expect(toldOf(aCase, '2026-10-05 09:00', change)).toEqual([]);
  });
});

describe('a preview reckons without applying', () => {
  test('which deadlines would move', () => {
    const { state } = paperCase('2026-10-05 08:00');
    expect(foresee(state, daysOff('2026-10-26'), law, at('2026-10-06 08:00'))).toEqual({
      moved: [{ term: 'answerBy', from: '2026-10-26', to: '2026-10-27' }],
      overdue: [],
    });
  });

  test('which would have passed already, and were not before', () => {
    const aCase = paperCase('2026-10-05 08:00');
    aCase.act('2026-10-06 09:00', reception, 'forward');
    aCase.wait('2026-10-26 08:00');
    const change = saturdayWorked('2026-10-24');
    expect(foresee(aCase.state, change, law, at('2026-10-26 08:00'))).toEqual({
      moved: [{ term: 'answerBy', from: '2026-10-26', to: '2026-10-24' }],
      overdue: ['answerBy'],
    });
    aCase.wait('2026-10-27 08:00');
    expect(foresee(aCase.state, change, law, at('2026-10-27 08:00')).overdue).toEqual([]);
  });

  test('nothing for days that the case has already', () => {
    const { state } = paperCase('2026-10-05 08:00');
    const same = { ...daysOff(), calendar: law.calendar };
    expect(foresee(state, same, law, at('2026-10-06 08:00'))).toEqual({ moved: [], overdue: [] });
  });
});
