import fc from 'fast-check';
import { agenciesOf } from '../../domain/case';
import { effectsOf } from '../../domain/effects';
import { isWorkingDay, workingDaysBetween, type Calendar } from '../../domain/calendar';
import { firstPolicy, termNames } from '../../domain/policy';
import { pressingTerms, startTerm, termKey, termOf } from '../../domain/terms';
import { addDays, startOf, toDate, toDayNumber, weekday } from '../../domain/time';
import { law } from '../support/law';
import { paperCase, type PaperCase } from '../support/paperCase';
import { head, LEAD, leadership, officer, officerOf, OTHER, reception, submitter } from '../support/people';

/** With the lead agency, on the second day. */
function handled(coordinating: string[] = []): PaperCase {
  const aCase = paperCase('2026-10-05 08:00');
  aCase.act('2026-10-06 08:00', reception, 'forward', { coordinating });
  aCase.act('2026-10-06 09:00', head, 'assign');
  return aCase;
}

const toldTo = (aCase: PaperCase) => effectsOf(aCase.latest).map(({ to, template }) => [to.kind, template]);

describe('R6 reception and routing', () => {
  test('received before Tết, the terms pass over the holiday', () => {
    const { state } = paperCase('2026-02-13 16:30');
    expect(Object.values(state.terms).map(({ name, lastDay }) => [name, lastDay])).toEqual([
      ['rejectBy', '2026-02-24'],
      ['routeBy', '2026-02-27'],
      ['answerBy', '2026-03-13'],
    ]);
  });

  test('R6.1: a rejection ends the case, and the submitter is told', () => {
    const aCase = paperCase('2026-10-05 08:00');
    aCase.act('2026-10-06 08:00', reception, 'reject');
    expect(aCase.state).toMatchObject({ status: 'rejected', terms: { rejectBy: { phase: 'met', late: false } } });
    expect(toldTo(aCase)).toEqual([['submitter', 'rejected']]);
  });

  test('R6.2: a question in reception stops the clocks, and the reply starts the terms anew', () => {
    const aCase = paperCase('2026-10-05 08:00');
    aCase.act('2026-10-06 08:00', reception, 'requestInfo');
    expect(Object.values(aCase.state.terms).map(({ name, phase }) => [name, phase])).toEqual([
      ['rejectBy', 'paused'],
      ['routeBy', 'paused'],
      ['answerBy', 'paused'],
      ['infoOverdue', 'running'],
    ]);
    aCase.act('2026-10-12 08:00', submitter, 'supplyInfo');
    expect(aCase.state.status).toBe('received');
    expect(aCase.term('rejectBy')).toMatchObject({ phase: 'running', lastDay: '2026-10-14' });
    expect(aCase.term('answerBy')).toMatchObject({ phase: 'running', lastDay: '2026-11-02' });
  });

  test('R6.2: terms that an acceptance had met do not start anew', () => {
    const aCase = paperCase('2026-10-05 08:00');
    aCase.act('2026-10-05 09:00', reception, 'accept');
    aCase.act('2026-10-06 08:00', reception, 'requestInfo');
    aCase.act('2026-10-12 08:00', submitter, 'supplyInfo');
    expect(aCase.term('rejectBy').phase).toBe('met');
    expect(aCase.term('routeBy')).toMatchObject({ phase: 'running', lastDay: '2026-10-19' });
  });

  test('R6.3: forwarding meets the terms of reception', () => {
    const { state } = handled();
    expect([state.terms['rejectBy']?.phase, state.terms['routeBy']?.phase]).toEqual(['met', 'met']);
  });

  test('R7.2: opinions are due within 5 working days, each with its own alarm, and then no more', () => {
    const aCase = handled([OTHER, 'health']);
    const since = aCase.state.seq + 1;
    aCase.act('2026-10-08 08:00', officerOf(OTHER), 'opine', { agrees: false });
    aCase.wait('2026-10-14 08:00');
    expect(aCase.timeline(since)).toEqual(['2026-10-08 08:00 opine', '2026-10-13 24:00 opineBy:health due']);
    expect(aCase.state.coordinating).toEqual([
      { agency: OTHER, agrees: false },
      { agency: 'health', agrees: null },
    ]);
    expect(['opineBy:health', 'answerBy'].map(termOf)).toEqual([
      { name: 'opineBy', agency: 'health' },
      { name: 'answerBy' },
    ]);
    // What is late presses, what was done does not.
    expect(pressingTerms(aCase.state.terms).map(termKey)).toEqual(['answerBy', 'opineBy:health']);
    expect(agenciesOf(aCase.state)).toEqual([LEAD, OTHER, 'health']);
  });

  test('R7.2: neither the lead agency nor anybody twice coordinates', () => {
    const faults = paperCase('2026-10-05 08:00').refusal('2026-10-05 09:00', reception, 'forward', {
      coordinating: [OTHER, LEAD, OTHER],
    })?.faults;
    expect(faults?.map(({ path, code }) => [path, code])).toEqual([
      ['/coordinating/1', 'duplicate'],
      ['/coordinating/2', 'duplicate'],
    ]);
  });
});

/** Of each period for which progress was due, whether none was reported. */
const periodsOf = ({ events }: PaperCase) =>
  events.flatMap(({ type, data }) => (type === 'alarm' && data.term === 'progressDue' ? [data.missed] : []));

describe('R8 deadlines of handling', () => {
  test('R8.1, R8.2: warned, then overdue, then progress every 5 working days for as long as it lasts', () => {
    const aCase = handled();
    const since = aCase.state.seq + 1;
    aCase.wait('2026-11-12 08:00');
    expect(aCase.timeline(since)).toEqual([
      '2026-10-21 24:00 answerBy dueSoon 3',
      '2026-10-25 24:00 answerBy dueSoon 1',
      '2026-10-26 24:00 answerBy due',
      '2026-11-02 24:00 progressDue due',
      '2026-11-09 24:00 progressDue due',
    ]);
  });

  test('R8.2: the submitter reads every progress report, and a period without one is missed', () => {
    const aCase = handled();
    aCase.act('2026-10-29 08:00', officer, 'reportProgress');
    expect(toldTo(aCase)).toEqual([['submitter', 'progress']]);
    aCase.wait('2026-11-10 08:00');
    expect(periodsOf(aCase)).toEqual([false, true]);
  });

  test('R8.1: an answer ends the term and the progress', () => {
    const aCase = handled();
    aCase.act('2026-10-28 08:00', head, 'answer');
    expect(aCase.term('answerBy')).toMatchObject({ phase: 'met', late: true });
    expect(aCase.term('progressDue').phase).toBe('met');
  });

  test('R8.3: a result is entered within 2 working days, counted from the day that it exists', () => {
    const aCase = handled();
    aCase.act('2026-10-16 08:00', officer, 'conclude', { resultOn: '2026-10-15' });
    expect(aCase.term('postResultBy').lastDay).toBe('2026-10-19');
    aCase.wait('2026-10-20 08:00');
    expect(aCase.timeline().at(-1)).toBe('2026-10-19 24:00 postResultBy due');
    expect(aCase.refusal('2026-10-20 09:00', officer, 'conclude')?.reason).toBe('alreadyConcluded');
  });

  test.each([
    ['2026-10-17', 'future'],
    ['2026-10-04', 'beforeReceipt'],
  ])('R8.3: no result exists since %s', (resultOn, code) => {
    const refusal = handled().refusal('2026-10-16 08:00', officer, 'conclude', { resultOn });
    expect(refusal?.faults).toMatchObject([{ path: '/resultOn', code }]);
  });
});

describe('R9 publication', () => {
  function answered(): PaperCase {
    const aCase = handled();
    aCase.act('2026-10-20 08:00', head, 'answer');
    return aCase;
  }

  test('R9.1: the submitter is told of the publication, and the case closes 15 working days after it', () => {
    const aCase = answered();
    aCase.act('2026-10-20 15:00', reception, 'publish');
    expect(toldTo(aCase)).toEqual([['submitter', 'published']]);
    aCase.wait('2026-11-11 00:00');
    expect([aCase.state.status, aCase.timeline().at(-1)]).toEqual(['closed', '2026-11-10 24:00 closeAfter due']);
  });

  test('R9.2: a returned answer was none: its term goes on with the end that it had', () => {
    const aCase = answered();
    aCase.act('2026-10-21 08:00', reception, 'return');
    expect(aCase.term('answerBy')).toMatchObject({ phase: 'running', lastDay: '2026-10-26' });
    expect(aCase.state).toMatchObject({ status: 'processing', answeredBy: null });
  });

  test('R9.2: returned after its end it is late since then, and progress is due in the old rhythm', () => {
    const aCase = answered();
    const since = aCase.state.seq + 1;
    aCase.act('2026-11-04 08:00', reception, 'return');
    aCase.wait('2026-11-10 08:00');
    expect(aCase.timeline(since)).toEqual([
      '2026-11-04 08:00 return',
      '2026-10-26 24:00 answerBy due',
      '2026-11-09 24:00 progressDue due',
    ]);
  });

  test.each([
    ['in the period of the report', '2026-10-30 08:00', [false, true]],
    ['in a later one', '2026-11-16 08:00', [true]],
  ])('R8.2, R9.2: returned %s, a report counts for its own period', (_when, returnedAt, missed) => {
    const aCase = handled();
    aCase.act('2026-10-28 08:00', officer, 'reportProgress');
    aCase.act('2026-10-29 08:00', head, 'answer');
    aCase.act(returnedAt, reception, 'return');
    aCase.wait(missed.length === 2 ? '2026-11-10 08:00' : '2026-11-17 08:00');
    expect(periodsOf(aCase)).toEqual(missed);
  });

  test('R7.2, R9.2: after a return the silent agency owes its opinion as before, and the other none', () => {
    const aCase = handled([OTHER, 'health']);
    aCase.act('2026-10-07 08:00', officerOf(OTHER), 'opine', { agrees: true });
    aCase.act('2026-10-07 10:00', head, 'answer');
    expect(aCase.term('opineBy:health').phase).toBe('lifted');
    aCase.act('2026-10-20 08:00', reception, 'return');
    expect(toldTo(aCase)).toContainEqual(['unit', 'opinion_asked']);
    // Forwarded on the 6th, answered on the 7th: four of the five days are left.
    expect(aCase.term('opineBy:health')).toMatchObject({ phase: 'running', lastDay: '2026-10-26' });
    expect(aCase.term(`opineBy:${OTHER}`).phase).toBe('met');
    aCase.wait('2026-10-27 08:00');
    expect(aCase.timeline()).toContain('2026-10-26 24:00 opineBy:health due');
  });

  test('R7.2, R9.2: returned on the day of the answer, an opinion is owed by the day on which it was', () => {
    const aCase = handled(['health']);
    const { lastDay } = aCase.term('opineBy:health');
    aCase.act('2026-10-07 10:00', head, 'answer');
    aCase.act('2026-10-07 15:00', reception, 'return');
    expect(aCase.term('opineBy:health')).toMatchObject({ phase: 'running', lastDay });
  });

  test('R7.2, R9.2: an opinion that the answer made needless on its last day is owed until the end of the day of the return', () => {
    const aCase = handled(['health']);
    aCase.act('2026-10-13 10:00', head, 'answer');
    expect(aCase.term('opineBy:health').lastDay).toBe('2026-10-13');
    aCase.act('2026-10-15 09:00', reception, 'return');
    expect(aCase.term('opineBy:health')).toMatchObject({ phase: 'running', lastDay: '2026-10-15' });
    aCase.wait('2026-10-16 08:00');
    expect(aCase.timeline()).toContain('2026-10-15 24:00 opineBy:health due');
  });

  test('R7.2, R9.2: an opinion that nobody waited for when the answer came is not owed after its return', () => {
    const aCase = handled(['health']);
    aCase.act('2026-10-07 10:00', head, 'answer');
    aCase.act('2026-10-08 08:00', reception, 'publish');
    aCase.act('2026-10-09 08:00', submitter, 'dispute');
    aCase.act('2026-10-09 09:00', reception, 'escalate');
    aCase.act('2026-10-12 08:00', leadership, 'decide', { outcome: 'directive' });
    aCase.act('2026-10-20 08:00', head, 'answer');
    aCase.act('2026-10-21 08:00', reception, 'return');
    expect(aCase.term('opineBy:health').phase).toBe('lifted');
    expect(toldTo(aCase).filter(([, template]) => template === 'opinion_asked')).toEqual([]);
  });

  test('R9.2, R10.3: a draft that was sent back is nobody’s answer', () => {
    const aCase = handled();
    aCase.act('2026-10-16 08:00', officer, 'propose', { text: 'Dự thảo', attachments: ['FILE-1'] });
    const blank = { text: null, attachments: [] };
    aCase.act('2026-10-17 08:00', head, 'revise');
    const refusal = aCase.refusal('2026-10-17 09:00', head, 'answer', blank);
    expect(refusal?.faults).toMatchObject([{ path: '/text', code: 'required' }]);
    aCase.act('2026-10-19 08:00', officer, 'propose', { text: 'Dự thảo đã sửa', attachments: ['FILE-1'] });
    aCase.act('2026-10-19 09:00', head, 'answer', blank);
    expect(aCase.events.at(-1)?.data).toMatchObject({ text: 'Dự thảo đã sửa', attachments: ['FILE-1'] });
  });

  test('an answer without a text is the draft that was proposed', () => {
    const aCase = handled();
    expect(aCase.refusal('2026-10-07 08:00', head, 'answer', { text: null })?.reason).toBe('invalidInput');
    aCase.act('2026-10-07 08:00', officer, 'propose', { text: 'Dự thảo.', attachments: ['draft'] });
    aCase.act('2026-10-08 08:00', head, 'answer', { text: null });
    expect(aCase.events.at(-1)?.data).toEqual({ text: 'Dự thảo.', attachments: ['draft'] });
  });
});

describe('the official days change under a case', () => {
  const change = (off: string[], worked: string[] = []) => ({
    calendar: {
      ...law.calendar,
      version: 2,
      off: [...law.calendar.off, ...off].sort(),
      worked: [...law.calendar.worked, ...worked].sort(),
    },
    document: '9999/VPCP-KGVX',
    reason: 'Hoán đổi ngày làm việc.',
  });

  /** Due on 9 January until 2 January is swapped for the 10th. */
  function dueBeforeSwap(): PaperCase {
    const aCase = paperCase('2025-12-18 08:00', { law: unswapped });
    aCase.act('2025-12-19 08:00', reception, 'forward');
    aCase.act('2025-12-19 09:00', head, 'assign');
    return aCase;
  }
  const unswapped = { ...law, calendar: { ...law.calendar, off: ['2026-01-01'], worked: [] } };
  const swap = {
    calendar: { ...unswapped.calendar, version: 2, off: ['2026-01-01', '2026-01-02'], worked: ['2026-01-10'] },
    document: '12729/VPCP-KGVX',
    reason: 'Hoán đổi.',
  };

  test('S1: the deadline moves with its warnings, one event tells from when to when, nothing rings on the old day', () => {
    const aCase = dueBeforeSwap();
    expect(aCase.term('answerBy').lastDay).toBe('2026-01-09');
    const since = aCase.state.seq + 1;
    aCase.changeCalendar('2025-12-25 08:00', swap);
    expect(aCase.events.at(-1)?.data).toEqual({
      calendar: 2,
      document: '12729/VPCP-KGVX',
      reason: 'Hoán đổi.',
      moved: [{ term: 'answerBy', from: '2026-01-09', to: '2026-01-10' }],
    });
    aCase.wait('2026-01-12 08:00');
    expect(aCase.timeline(since)).toEqual([
      '2025-12-25 08:00 calendarChanged',
      '2026-01-07 24:00 answerBy dueSoon 3',
      '2026-01-09 24:00 answerBy dueSoon 1',
      '2026-01-10 24:00 answerBy due',
    ]);
  });

  test('a shorter term that is over already is late by the calendar, without a warning of the past', () => {
    const aCase = handled();
    const since = aCase.state.seq + 1;
    aCase.changeCalendar('2026-10-26 08:00', change([], ['2026-10-10']));
    aCase.wait('2026-10-26 09:00');
    expect(aCase.timeline(since).slice(-2)).toEqual([
      '2026-10-26 08:00 calendarChanged',
      '2026-10-23 24:00 answerBy due',
    ]);
    expect(aCase.events.at(-1)?.data).toMatchObject({ lateByCalendar: true });
  });

  test('days off for what has run out already give the time back, to the submitter too', () => {
    const aCase = handled();
    aCase.act('2026-10-08 08:00', officer, 'requestInfo');
    aCase.wait('2026-10-23 00:00');
    aCase.changeCalendar('2026-10-23 08:00', change(['2026-10-19', '2026-10-20']));
    expect(aCase.term('infoOverdue')).toMatchObject({ phase: 'running', late: false, lastDay: '2026-10-26' });
    expect(aCase.refusal('2026-10-23 09:00', reception, 'resume')?.reason).toBe('questionStillOpen');
  });

  test.each(['2026-01-10 11:00', '2026-01-12 08:00'])(
    'S1, S2: a swap entered at %s finds that a question came on the last day, and stops the term until the reply',
    (entered) => {
      const aCase = dueBeforeSwap();
      aCase.act('2026-01-10 09:00', officer, 'requestInfo');
      expect(aCase.term('answerBy')).toMatchObject({ phase: 'lapsed', late: true });
      aCase.changeCalendar(entered, swap);
      expect(aCase.term('answerBy')).toMatchObject({ phase: 'paused', late: false, pausedSince: '2026-01-10' });
      expect(aCase.term('progressDue').phase).toBe('lifted');
      const since = aCase.state.seq + 1;
      aCase.act('2026-01-13 09:00', submitter, 'supplyInfo');
      expect(aCase.term('answerBy')).toMatchObject({ phase: 'running', late: false, lastDay: '2026-01-13' });
      aCase.wait('2026-01-14 08:00');
      expect(aCase.timeline(since)).toEqual(['2026-01-13 09:00 supplyInfo', '2026-01-13 24:00 answerBy due']);
    }
  );

  test('S1, S2: what had run out before the question by the new days too stays so', () => {
    const aCase = dueBeforeSwap();
    aCase.act('2026-01-12 09:00', officer, 'requestInfo');
    aCase.changeCalendar('2026-01-12 11:00', swap);
    expect(aCase.term('answerBy')).toMatchObject({ phase: 'lapsed', late: true, lastDay: '2026-01-10' });
  });

  test('S1, R9.2: an answer that the new days find in time is none of the late ones when it is returned before its end', () => {
    const returned = (when: string) => {
      const aCase = dueBeforeSwap();
      aCase.act('2026-01-10 09:00', head, 'answer');
      aCase.changeCalendar('2026-01-10 11:00', swap);
      aCase.act(when, reception, 'return');
      return aCase;
    };
    const inTime = returned('2026-01-10 14:00');
    expect(inTime.term('answerBy')).toMatchObject({ phase: 'running', late: false, lastDay: '2026-01-10' });
    inTime.wait('2026-01-11 00:00');
    expect(inTime.timeline().at(-1)).toBe('2026-01-10 24:00 answerBy due');
    const late = returned('2026-01-12 08:00');
    expect(late.term('answerBy')).toMatchObject({ phase: 'lapsed', late: true, lastDay: '2026-01-10' });
  });

  test('R8.2, R9.2: a report counts for its period also where days off were added to it after the answer', () => {
    const aCase = handled();
    aCase.act('2026-10-28 08:00', officer, 'reportProgress');
    aCase.act('2026-10-29 08:00', head, 'answer');
    aCase.changeCalendar('2026-10-29 10:00', change(['2026-10-30']));
    aCase.act('2026-10-29 15:00', reception, 'return');
    aCase.wait('2026-11-10 08:00');
    expect(periodsOf(aCase)).toEqual([false]);
  });

  test('a calendar that the case has already changes nothing', () => {
    const aCase = handled();
    aCase.changeCalendar('2026-10-07 08:00', { ...change([]), calendar: law.calendar });
    expect(aCase.timeline().at(-1)).toBe('2026-10-06 09:00 assign');
  });
});

describe('an agency is merged under a case', () => {
  const merger = { from: LEAD, to: { agency: OTHER, needsApproval: false }, document: '12/QĐ-UBND' };

  test('S8: the successor leads with the clock as it stood, and the trail keeps who acted', () => {
    const aCase = handled();
    const { lastDay } = aCase.term('answerBy');
    aCase.changeAgency('2026-10-12 08:00', merger);
    expect(aCase.state).toMatchObject({ lead: merger.to, officer: null });
    expect(aCase.term('answerBy').lastDay).toBe(lastDay);
    expect(aCase.refusal('2026-10-12 09:00', officer, 'reportProgress')?.reason).toBe('forbidden');
    expect(aCase.refusal('2026-10-12 09:00', officerOf(OTHER), 'reportProgress')).toBeNull();
    expect(aCase.events.some(({ by }) => by === head)).toBe(true);
  });

  test('S8: a successor that coordinated already leads and owes no opinion to itself', () => {
    const aCase = handled([OTHER]);
    aCase.changeAgency('2026-10-12 08:00', merger);
    expect(aCase.state.coordinating).toEqual([]);
    expect(aCase.term(`opineBy:${OTHER}`).phase).toBe('lifted');
  });

  test('S8: the successor owes the opinion of the agency that it took in, by the same day', () => {
    const aCase = handled(['health']);
    const { lastDay } = aCase.term('opineBy:health');
    aCase.changeAgency('2026-10-12 08:00', { ...merger, from: 'health' });
    expect(aCase.state.coordinating).toEqual([{ agency: OTHER, agrees: null }]);
    expect(aCase.term(`opineBy:${OTHER}`)).toMatchObject({ phase: 'running', lastDay });
  });

  test('R7.2, S8: so it does after an answer, once that is returned', () => {
    const aCase = handled(['health']);
    aCase.act('2026-10-07 10:00', head, 'answer');
    aCase.changeAgency('2026-10-12 08:00', { ...merger, from: 'health' });
    aCase.act('2026-10-13 08:00', reception, 'return');
    expect(aCase.term(`opineBy:${OTHER}`)).toMatchObject({ phase: 'running', lastDay: '2026-10-19' });
    expect(aCase.term('opineBy:health').phase).toBe('lifted');
  });

  test('a case without the agency does not notice', () => {
    const aCase = handled();
    aCase.changeAgency('2026-10-12 08:00', { ...merger, from: 'health' });
    expect(aCase.timeline().at(-1)).toBe('2026-10-06 09:00 assign');
  });
});

describe('deadlines, whatever the calendar', () => {
  const day = fc.integer({ min: toDayNumber('2026-01-01'), max: toDayNumber('2026-12-31') }).map(toDate);
  const days = (inWeekend: boolean) =>
    fc.uniqueArray(day, { maxLength: 120 }).map((all) => all.filter((date) => weekday(date) > 5 === inWeekend));
  const calendars: fc.Arbitrary<Calendar> = fc.record(
    { version: fc.constant(1), officialThrough: fc.constant('2027-12-31'), off: days(false), worked: days(true) },
    { noNullPrototype: true }
  );
  const lawWith = (calendar: Calendar) => ({ calendar, policy: firstPolicy });

  test('none falls on a day that is not worked, nor does a warning', () => {
    fc.assert(
      fc.property(calendars, day, fc.constantFrom(...termNames), (calendar, from, name) => {
        const { lastDay, warnings } = startTerm(name, from, lawWith(calendar), startOf(from));
        const named = [lastDay, ...warnings.map((warning) => warning.at.slice(0, 10))];
        expect(named.filter((date) => !isWorkingDay(date, calendar))).toEqual([]);
      })
    );
  });

  test('none moves earlier when days off are added', () => {
    fc.assert(
      fc.property(calendars, days(false), day, fc.constantFrom(...termNames), (calendar, more, from, name) => {
        const fewer = { ...calendar, off: [...calendar.off, ...more] };
        const lastDay = (under: Calendar) => startTerm(name, from, lawWith(under), startOf(from)).lastDay;
        expect(lastDay(fewer) >= lastDay(calendar)).toBe(true);
      })
    );
  });

  test('a pause over k working days moves the answer deadline by exactly k', () => {
    fc.assert(
      fc.property(calendars, day, fc.nat(20), fc.nat(30), (calendar, received, askedAfter, repliedAfter) => {
        const aCase = paperCase(`${received} 08:00`, { law: lawWith(calendar) });
        aCase.act(`${received} 09:00`, reception, 'forward');
        const { lastDay } = aCase.term('answerBy');
        const asked = addDays(received, askedAfter);
        fc.pre(asked <= lastDay);
        const replied = addDays(asked, repliedAfter);
        aCase.act(`${asked} 10:00`, officer, 'requestInfo');
        aCase.act(`${replied} 11:00`, submitter, 'supplyInfo');
        const moved = workingDaysBetween(lastDay, aCase.term('answerBy').lastDay, calendar);
        expect(moved).toBe(workingDaysBetween(asked, replied, calendar));
      }),
      { numRuns: 500 }
    );
  });
});
