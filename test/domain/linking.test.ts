import fc from 'fast-check';
import { dueAlarms } from '../../domain/alarms';
import { countedDays } from '../../domain/calendar';
import { effectsOf } from '../../domain/effects';
import { addDays, endOf } from '../../domain/time';
import { law } from '../support/law';
import { paperCase, type PaperCase } from '../support/paperCase';
import { head, LEAD, leadership, officer, reception, submitter } from '../support/people';

/** What is still owed, as people see it. */
const owedBy = ({ state }: PaperCase) =>
  Object.values(state.terms)
    .filter(({ settledAt }) => settledAt === null)
    .map(({ name, phase, from, lastDay, pausedSince, late, warnings }) => ({
      name,
      phase,
      from,
      lastDay,
      pausedSince,
      late,
      warnings,
    }))
    .sort((a, b) => (a.name < b.name ? -1 : 1));

const later = '2026-10-05 08:00';
const earlier = { to: 'TEST-0', receivedAt: '2026-10-05T07:55:00.000+07:00' };

describe('S5: what belongs together is linked, and the earliest receipt counts', () => {
  test('a case is linked to one received earlier, never to a later one or to itself', () => {
    const aCase = paperCase(later);
    const faultOf = (given: object) =>
      aCase.refusal('2026-10-05 09:00', reception, 'link', given)?.faults?.map(({ code }) => code) ?? [];
    expect(faultOf({ to: 'TEST-0', receivedAt: '2026-10-05T08:00:01.000+07:00' })).toEqual(['notEarlier']);
    expect(faultOf({ to: aCase.state.code, receivedAt: aCase.state.receivedAt })).toEqual(['itself']);
    expect(faultOf(earlier)).toEqual([]);
  });

  test('of two received in one moment, one alone can be linked to the other', () => {
    const { receivedAt, code } = paperCase(later).state;
    const takes = (to: string) =>
      paperCase(later).refusal('2026-10-05 09:00', reception, 'link', { to, receivedAt }) === null;
    expect([takes(`${code}0`), takes('A')]).toEqual([false, true]);
  });

  test('a duplicate goes the way of its principal; without the link, its routing is owed as before', () => {
    const aCase = paperCase(later);
    const before = aCase.state.terms;
    aCase.act('2026-10-05 09:00', reception, 'link', earlier);
    expect([aCase.state.terms['rejectBy']?.phase, aCase.state.terms['routeBy']?.phase]).toEqual(['met', 'met']);
    expect(aCase.state.terms['answerBy']).toEqual(before['answerBy']);
    expect(aCase.refusal('2026-10-05 09:30', reception, 'link', earlier)?.reason).toBe('alreadyLinked');
    aCase.act('2026-10-05 10:00', reception, 'unlink');
    expect(aCase.state.terms['rejectBy']).toMatchObject({ phase: 'running', endsAt: before['rejectBy']?.endsAt });
    expect(aCase.state.terms['routeBy']).toMatchObject({ phase: 'running', endsAt: before['routeBy']?.endsAt });
  });

  test('what a link settled after it was forwarded stays settled without the link', () => {
    const aCase = paperCase(later);
    aCase.act('2026-10-05 09:00', reception, 'link', earlier);
    aCase.act('2026-10-05 10:00', reception, 'forward');
    aCase.act('2026-10-05 11:00', head, 'decline');
    aCase.act('2026-10-05 12:00', reception, 'unlink');
    expect(aCase.state.terms['routeBy']?.phase).toBe('met');
  });

  test('R6.2: unlinked while the submitter is asked, its routing waits for the reply, and runs from it', () => {
    const aCase = paperCase(later);
    aCase.act('2026-10-05 09:00', reception, 'link', earlier);
    aCase.act('2026-10-06 09:00', reception, 'requestInfo');
    aCase.act('2026-10-12 09:00', reception, 'unlink');
    for (const name of ['rejectBy', 'routeBy'])
      expect(aCase.term(name)).toMatchObject({ phase: 'paused', pausedSince: '2026-10-06', settledAt: null });
    aCase.act('2026-10-14 09:00', submitter, 'supplyInfo');
    expect(aCase.term('rejectBy')).toMatchObject({ phase: 'running', from: '2026-10-14', lastDay: '2026-10-16' });
    expect(aCase.term('routeBy')).toMatchObject({ phase: 'running', from: '2026-10-14', lastDay: '2026-10-21' });
  });

  test('R6.2: a link that is undone leaves no trace in what is owed, whatever was asked, answered and accepted meanwhile', () => {
    const acts = fc.record({
      days: fc.integer({ min: 0, max: 6 }),
      act: fc.constantFrom('accept', 'requestInfo', 'supplyInfo', 'resume', 'link', 'unlink'),
    });
    fc.assert(
      fc.property(fc.array(acts, { minLength: 2, maxLength: 10 }), (steps) => {
        const [linked, alone] = [paperCase(later), paperCase(later)];
        let day = '2026-10-05';
        for (const { days, act } of steps) {
          day = addDays(day, days);
          const when = `${day} 12:00`;
          const by = act === 'supplyInfo' ? submitter : reception;
          const input = act === 'link' ? earlier : {};
          if (linked.refusal(when, by, act, input) !== null) continue;
          linked.act(when, by, act, input);
          if (act !== 'link' && act !== 'unlink') alone.act(when, by, act);
        }
        const end = `${addDays(day, 1)} 12:00`;
        if (linked.state.link) linked.act(end, reception, 'unlink');
        for (const aCase of [linked, alone]) aCase.wait(`${addDays(day, 1)} 12:01`);
        expect(owedBy(linked)).toEqual(owedBy(alone));
      }),
      { numRuns: 500 }
    );
  });

  test('a common answer ends everything that is owed, and may be disputed like any other', () => {
    const aCase = paperCase(later);
    expect(aCase.refusal('2026-10-05 09:00', reception, 'answerJointly')?.reason).toBe('notLinked');
    aCase.act('2026-10-05 09:00', reception, 'link', earlier);
    aCase.act('2026-10-12 09:00', reception, 'answerJointly');
    const { terms, status } = aCase.state;
    expect([status, terms['answerBy']?.phase, terms['answerBy']?.late]).toEqual(['published', 'met', false]);
    expect(terms['closeAfter']?.phase).toBe('running');
    expect(dueAlarms(aCase.state, '2027-02-01T00:00:00.000+07:00', law, '2027-02-01T00:00:00.000+07:00')).toHaveLength(
      1
    );
  });

  test('R8.1: a common answer ends the wait for a reply, whose days are not used of its term', () => {
    const aCase = paperCase(later);
    aCase.act('2026-10-05 09:00', reception, 'link', earlier);
    aCase.act('2026-10-06 09:00', reception, 'requestInfo');
    aCase.act('2026-11-20 09:00', reception, 'answerJointly');
    const { phase, from, pauses, lastDay, endsAt, late } = aCase.term('answerBy');
    expect({ phase, late, pauses }).toEqual({
      phase: 'met',
      late: false,
      pauses: [{ after: '2026-10-06', through: '2026-11-20' }],
    });
    const days = countedDays(from, 15, law.calendar, pauses);
    expect([days.filter((day) => day <= '2026-11-20'), days.at(-1)]).toEqual([['2026-10-06'], lastDay]);
    expect(endsAt).toBe(endOf(lastDay));
    expect(aCase.term('infoOverdue')).toMatchObject({ phase: 'lifted', late: true });
  });

  test('R6.2: a question after a directive pauses the term, also where no agency had had the case before', () => {
    const aCase = paperCase('2026-09-28 08:00');
    aCase.act('2026-09-28 09:00', reception, 'link');
    aCase.act('2026-10-01 08:00', reception, 'answerJointly');
    aCase.act('2026-10-05 08:00', submitter, 'dispute');
    aCase.act('2026-10-06 08:00', reception, 'escalate', { ground: 'submitter_disagrees' });
    aCase.act('2026-10-12 08:00', leadership, 'decide', {
      outcome: 'directive',
      lead: { agency: LEAD, needsApproval: true },
    });
    expect(aCase.term('answerBy').lastDay).toBe('2026-11-02');
    aCase.act('2026-10-29 08:00', officer, 'requestInfo');
    aCase.act('2026-10-30 08:00', submitter, 'supplyInfo');
    expect(aCase.term('answerBy')).toMatchObject({ from: '2026-10-12', lastDay: '2026-11-03' });
    aCase.act('2026-10-30 09:00', officer, 'decline');
    aCase.act('2026-11-02 08:00', reception, 'requestInfo');
    aCase.act('2026-11-03 08:00', submitter, 'supplyInfo');
    expect(aCase.term('answerBy')).toMatchObject({ from: '2026-10-12', lastDay: '2026-11-04' });
  });

  test('R9.1: the submitter is told what becomes of the common answer, also once the case has ended, and owes nothing by it', () => {
    const aCase = paperCase(later);
    const corrected = { change: 'corrected', text: 'Đã sửa xong.' } as const;
    aCase.act('2026-10-05 09:00', reception, 'link', earlier);
    aCase.changeJointAnswer('2026-10-05 10:00', corrected);
    expect(aCase.timeline(3)).toEqual([]);
    aCase.act('2026-10-12 09:00', reception, 'answerJointly');
    for (const [when, change, template] of [
      ['2026-10-13 09:00', corrected, 'republished'],
      ['2026-11-30 09:00', { change: 'withdrawn' }, 'unpublished'],
      ['2026-12-01 09:00', corrected, 'republished'],
    ] as const) {
      aCase.wait(when);
      const { terms, status } = aCase.state;
      aCase.changeJointAnswer(when, change);
      expect(aCase.latest.event).toMatchObject({ type: 'jointAnswerChanged', by: 'service', data: change });
      expect(effectsOf(aCase.latest)).toEqual([{ to: { kind: 'submitter' }, template }]);
      expect(aCase.state).toMatchObject({ terms, status });
    }
    expect(aCase.state.status).toBe('closed');
    aCase.act('2026-12-02 09:00', reception, 'erase');
    const { length } = aCase.events;
    aCase.changeJointAnswer('2026-12-03 09:00', { change: 'withdrawn' });
    expect(aCase.events).toHaveLength(length);
  });

  test('one that only goes on from an earlier case keeps its own way and its own answer', () => {
    const aCase = paperCase(later);
    aCase.act('2026-10-05 09:00', reception, 'link', { ...earlier, kind: 'follow_up' });
    expect(aCase.state.terms['routeBy']?.phase).toBe('running');
    expect(aCase.refusal('2026-10-05 10:00', reception, 'answerJointly')?.reason).toBe('notLinked');
  });
});
