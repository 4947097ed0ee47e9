import { dueAlarms } from '../../domain/alarms';
import { law } from '../support/law';
import { paperCase } from '../support/paperCase';
import { head, reception } from '../support/people';

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

  test('one that only goes on from an earlier case keeps its own way and its own answer', () => {
    const aCase = paperCase(later);
    aCase.act('2026-10-05 09:00', reception, 'link', { ...earlier, kind: 'follow_up' });
    expect(aCase.state.terms['routeBy']?.phase).toBe('running');
    expect(aCase.refusal('2026-10-05 10:00', reception, 'answerJointly')?.reason).toBe('notLinked');
  });
});
