import { effectsOf } from '../../domain/effects';
import { allowedActions } from '../../domain/decide';
import { waitsFor } from '../../domain/holdings';
import { firstPolicy, policyFor } from '../../domain/policy';
import { OFFICE } from '../../domain/roles';
import { heldDays } from '../support/heldDays';
import { at, law } from '../support/law';
import { paperCase, type PaperCase } from '../support/paperCase';
import { head, headOf, LEAD, leadership, officer, officerOf, OTHER, reception, submitter } from '../support/people';

const toOther = { lead: { agency: OTHER, needsApproval: true }, coordinating: [], reason: null };

/** A case answered and published on the days of S4. */
function published(): PaperCase {
  const aCase = paperCase('2026-10-12 08:00');
  aCase.act('2026-10-13 08:00', reception, 'forward');
  aCase.act('2026-10-14 08:00', head, 'assign');
  aCase.act('2026-10-19 08:00', head, 'answer');
  aCase.act('2026-10-20 15:00', reception, 'publish');
  return aCase;
}

describe('S2 The late reply', () => {
  function asked(): PaperCase {
    const aCase = paperCase('2026-10-05 08:00');
    aCase.act('2026-10-06 08:00', reception, 'forward');
    aCase.act('2026-10-07 08:00', head, 'assign');
    aCase.act('2026-10-08 10:00', officer, 'requestInfo');
    return aCase;
  }

  test('the reminder and the end of the term come on their days, and the case goes back to the Office, open', () => {
    const aCase = asked();
    const since = aCase.state.seq + 1;
    aCase.wait('2026-10-31 22:00');
    expect(aCase.timeline(since)).toEqual([
      '2026-10-14 24:00 infoOverdue reminder 6',
      '2026-10-22 24:00 infoOverdue due',
    ]);
    expect([aCase.state.status, waitsFor(aCase.state)]).toEqual(['awaiting_info', 'office']);
  });

  test('a late reply is taken and marked, and twelve days remain', () => {
    const aCase = asked();
    expect(aCase.term('answerBy').lastDay).toBe('2026-10-26');
    aCase.act('2026-10-31 22:10', submitter, 'supplyInfo');
    expect(aCase.term('infoOverdue')).toMatchObject({ phase: 'met', late: true });
    expect(aCase.state.status).toBe('processing');
    expect(aCase.term('answerBy')).toMatchObject({ phase: 'running', lastDay: '2026-11-17', late: false });
  });

  test('a reply on the day of asking moves nothing', () => {
    const aCase = asked();
    aCase.act('2026-10-08 17:00', submitter, 'supplyInfo');
    expect(aCase.term('answerBy').lastDay).toBe('2026-10-26');
    expect(aCase.term('infoOverdue')).toMatchObject({ phase: 'met', late: false });
  });

  test('asked on the last day, the reply still has the rest of its own day', () => {
    const aCase = paperCase('2026-10-05 08:00');
    aCase.act('2026-10-06 08:00', reception, 'forward');
    aCase.act('2026-10-26 10:00', officer, 'requestInfo');
    aCase.act('2026-10-29 10:00', submitter, 'supplyInfo');
    expect(aCase.term('answerBy')).toMatchObject({ phase: 'running', lastDay: '2026-10-29' });
  });

  test('no second question while one is open, and none after an answer', () => {
    const refused = { reason: 'notFromThisStatus' };
    expect(asked().refusal('2026-10-09 08:00', officer, 'requestInfo')).toMatchObject(refused);
    expect(published().refusal('2026-10-21 08:00', reception, 'requestInfo')).toMatchObject(refused);
  });

  test('a reply in the very moment of the alarm is late, one a second before is not', () => {
    const [before, after] = [asked(), asked()];
    before.act('2026-10-22 23:59:59', submitter, 'supplyInfo');
    after.act('2026-10-23 00:00:00', submitter, 'supplyInfo');
    expect(before.term('infoOverdue').late).toBe(false);
    expect(after.term('infoOverdue').late).toBe(true);
  });

  test('the Office goes on without a reply only when the submitter had their time', () => {
    const aCase = asked();
    expect(aCase.refusal('2026-10-22 23:59:59', reception, 'resume')).toMatchObject({ reason: 'questionStillOpen' });
    aCase.act('2026-10-23 00:00:00', reception, 'resume');
    expect(aCase.state.status).toBe('processing');
    expect(aCase.term('answerBy').lastDay).toBe('2026-11-10');
  });

  test('the submitter is told that the reply came and by when they have their answer now, and how a deadline moved without one', () => {
    const toldOf = (aCase: PaperCase) => effectsOf(aCase.latest).filter(({ to }) => to.kind === 'submitter');
    const replied = asked();
    replied.act('2026-10-12 08:00', submitter, 'supplyInfo');
    expect(toldOf(replied)).toEqual([{ to: { kind: 'submitter' }, template: 'info_supplied' }]);
    const resumed = asked();
    resumed.act('2026-10-23 08:00', reception, 'resume');
    expect(toldOf(resumed)).toEqual([{ to: { kind: 'submitter' }, template: 'deadline_moved' }]);
    // Asked when it was overdue already: nothing stood still, and nothing moves.
    const overdue = paperCase('2026-10-05 08:00');
    overdue.act('2026-10-06 08:00', reception, 'forward');
    overdue.act('2026-10-28 08:00', officer, 'requestInfo');
    overdue.act('2026-11-12 08:00', reception, 'resume');
    expect(toldOf(overdue)).toEqual([]);
  });

  describe('once the case has gone on without it', () => {
    function resumed(): PaperCase {
      const aCase = asked();
      aCase.act('2026-10-23 08:00', reception, 'resume');
      return aCase;
    }

    test('it is taken and marked, moves nothing else, and those who handle the case are told', () => {
      const aCase = resumed();
      const before = aCase.state;
      aCase.act('2026-10-31 22:10', submitter, 'supplyInfo');
      const { terms, ...after } = aCase.state;
      const { infoOverdue, ...others } = terms;
      expect(infoOverdue).toMatchObject({ phase: 'met', late: true, settledAt: at('2026-10-31 22:10') });
      expect({ ...after, terms: { ...others, infoOverdue: before.terms['infoOverdue'] } }).toEqual({
        ...before,
        seq: before.seq + 1,
        asOf: at('2026-10-31 22:10'),
      });
      expect(effectsOf(aCase.latest)).toEqual([
        { to: { kind: 'submitter' }, template: 'info_supplied' },
        { to: { kind: 'account', id: 'officer-of-transport' }, template: 'info_supplied' },
      ]);
    });

    test('also while the draft waits for approval or the case for another agency, and until the answer is published', () => {
      const aCase = resumed();
      const replies = (when: string) => aCase.refusal(when, submitter, 'supplyInfo')?.reason ?? 'taken';
      aCase.act('2026-10-26 08:00', officer, 'propose');
      expect(replies('2026-10-26 09:00')).toBe('taken');
      aCase.act('2026-10-27 08:00', head, 'revise');
      aCase.act('2026-10-27 09:00', officer, 'decline');
      expect(replies('2026-10-27 10:00')).toBe('taken');
      aCase.act('2026-10-28 08:00', reception, 'forward', toOther);
      expect(replies('2026-10-28 09:00')).toBe('taken');
      aCase.act('2026-10-29 08:00', headOf(OTHER), 'assign');
      aCase.act('2026-10-30 08:00', headOf(OTHER), 'answer');
      expect(replies('2026-10-30 09:00')).toBe('taken');
      aCase.act('2026-10-30 10:00', reception, 'escalate');
      expect(replies('2026-10-30 11:00')).toBe('taken');
      aCase.act('2026-10-30 14:00', leadership, 'decide');
      aCase.act('2026-10-31 08:00', reception, 'publish');
      expect(replies('2026-10-31 09:00')).toBe('notFromThisStatus');
      aCase.act('2026-10-31 10:00', submitter, 'dispute');
      aCase.act('2026-10-31 11:00', reception, 'escalate');
      expect(replies('2026-10-31 12:00')).toBe('notFromThisStatus');
    });

    test('R1.1, S2: what is asked under a directive is replied to or withdrawn also while the leadership has it once more', () => {
      const aCase = published();
      aCase.act('2026-10-28 08:00', submitter, 'dispute');
      aCase.act('2026-10-28 09:00', reception, 'escalate');
      aCase.act('2026-10-29 08:00', leadership, 'decide', { outcome: 'directive' });
      aCase.act('2026-10-30 08:00', head, 'requestInfo');
      aCase.act('2026-11-16 08:00', head, 'resume');
      aCase.act('2026-11-16 09:00', reception, 'escalate');
      for (const act of ['supplyInfo', 'withdraw'] as const)
        expect(aCase.refusal('2026-11-16 10:00', submitter, act)).toBeNull();
    });

    test('who approves, publishes or decides is told as well, for what they have before them does not heed the reply', () => {
      const staffToldIn = (aCase: PaperCase, status = aCase.state.status) => {
        aCase.act('2026-10-31 22:10', submitter, 'supplyInfo');
        return effectsOf({ ...aCase.latest, state: { ...aCase.state, status } })
          .map(({ to }) => to)
          .filter(({ kind }) => kind !== 'submitter');
      };
      const handling = { kind: 'account', id: 'officer-of-transport' };
      const proposed = resumed();
      proposed.act('2026-10-26 08:00', officer, 'propose');
      expect(staffToldIn(proposed)).toEqual([handling, { kind: 'unit', agency: LEAD }]);
      const answered = resumed();
      answered.act('2026-10-26 08:00', head, 'answer');
      expect(staffToldIn(answered)).toEqual([handling, { kind: 'unit', agency: OFFICE }]);
      expect(staffToldIn(resumed(), 'escalated')).toEqual([
        handling,
        { kind: 'unit', agency: OFFICE },
        { kind: 'leadership' },
      ]);
    });

    test('one reply to one question, and none without a question', () => {
      const aCase = resumed();
      aCase.act('2026-10-31 22:10', submitter, 'supplyInfo');
      for (const other of [aCase, paperCase('2026-10-12 08:00')]) {
        expect(other.refusal('2026-11-02 08:00', submitter, 'supplyInfo')).toMatchObject({
          reason: 'notFromThisStatus',
        });
        expect(allowedActions(other.state, submitter, law.policy)).not.toContain('supplyInfo');
      }
    });
  });
});

describe('S3 Returned as not our competence', () => {
  const forwarded = (): PaperCase => {
    const aCase = paperCase('2026-10-12 08:00');
    aCase.act('2026-10-16 08:00', reception, 'forward');
    aCase.act('2026-10-29 16:00', officer, 'decline');
    aCase.act('2026-10-30 08:00', reception, 'forward', toOther);
    return aCase;
  };

  test('the answer term keeps its end, and progress is due from it', () => {
    const aCase = forwarded();
    expect(aCase.term('answerBy').lastDay).toBe('2026-11-02');
    const since = aCase.state.seq + 1;
    aCase.wait('2026-11-17 08:00');
    expect(aCase.timeline(since)).toEqual([
      '2026-11-01 24:00 answerBy dueSoon 1',
      '2026-11-02 24:00 answerBy due',
      '2026-11-09 24:00 progressDue due',
      '2026-11-16 24:00 progressDue due',
    ]);
  });

  test('the next agency is warned at once', () => {
    const aCase = forwarded();
    expect(effectsOf(aCase.latest)).toContainEqual({
      to: { kind: 'unit', agency: OTHER },
      template: 'due_soon',
    });
  });

  test('an agency that gets an overdue case is told so at once', () => {
    const aCase = forwarded();
    aCase.act('2026-11-04 08:00', officerOf(OTHER), 'decline');
    aCase.act('2026-11-04 09:00', reception, 'forward');
    expect(effectsOf(aCase.latest)).toContainEqual({
      to: { kind: 'unit', agency: LEAD },
      template: 'overdue',
    });
  });

  test('the ledger shows that the first agency held it nine days', () => {
    const aCase = forwarded();
    expect(heldDays(aCase.state.holdings, '2026-11-02', law.calendar)).toEqual({ office: 5, [LEAD]: 9, [OTHER]: 1 });
  });

  test('a third forwarding needs a reason, and the Office is offered to escalate', () => {
    const aCase = forwarded();
    expect(allowedActions(aCase.state, reception, law.policy)).not.toContain('escalate');
    aCase.act('2026-11-03 08:00', officerOf(OTHER), 'decline');
    expect(allowedActions(aCase.state, reception, law.policy)).toContain('escalate');
    expect(aCase.refusal('2026-11-03 09:00', reception, 'forward', { reason: null })?.faults).toMatchObject([
      { path: '/reason', code: 'required' },
    ]);
    aCase.act('2026-11-03 09:00', reception, 'forward', { reason: 'Đã thống nhất với cơ quan.' });
    expect(aCase.state.status).toBe('forwarded');
  });
});

describe('S4 Disputed at the last second', () => {
  test('at 23:59:59 it is taken, and the case does not close', () => {
    const aCase = published();
    expect(aCase.term('closeAfter').lastDay).toBe('2026-11-10');
    aCase.act('2026-11-10 23:59:59', submitter, 'dispute');
    aCase.wait('2026-12-31 08:00');
    expect(aCase.state.status).toBe('disputed');
  });

  test('at 00:00:00 the case has closed, once, and takes nothing', () => {
    const aCase = published();
    const refusal = aCase.refusal('2026-11-11 00:00:00', submitter, 'dispute');
    expect(refusal).toEqual({ reason: 'notFromThisStatus', status: 'closed', allowed: [] });
    aCase.wait('2026-11-11 00:00:00');
    aCase.wait('2026-12-31 08:00');
    expect(aCase.timeline().filter((line) => line.includes('closeAfter'))).toEqual(['2026-11-10 24:00 closeAfter due']);
    expect(aCase.events.at(-1)?.at).toBe(at('2026-11-11 00:00:00'));
  });

  test('what comes later is a new case that names the old one', () => {
    const aCase = paperCase('2026-11-11 00:00:00', { given: { follows: 'OLD-1' } });
    expect(aCase.state.follows).toBe('OLD-1');
  });

  test('R10.2: after the decision of the leadership is published there is no further dispute', () => {
    const aCase = published();
    aCase.act('2026-10-28 08:00', submitter, 'dispute');
    aCase.act('2026-10-29 08:00', reception, 'escalate');
    expect(waitsFor(aCase.state)).toBe('leadership');
    aCase.act('2026-11-02 08:00', leadership, 'decide');
    expect(aCase.refusal('2026-11-02 09:00', reception, 'return')).toMatchObject({ reason: 'decidedByLeadership' });
    aCase.act('2026-11-02 10:00', reception, 'publish');
    expect(aCase.refusal('2026-11-03 08:00', submitter, 'dispute')).toMatchObject({ reason: 'disputeEnded' });
    aCase.wait('2026-12-31 08:00');
    expect(aCase.state.status).toBe('closed');
  });

  test('R10.2: where the leadership was the first to answer there was no dispute, and its answer may be disputed once', () => {
    const aCase = paperCase('2026-10-12 08:00');
    aCase.act('2026-10-13 08:00', reception, 'forward');
    aCase.act('2026-10-14 08:00', head, 'assign');
    aCase.act('2026-10-15 08:00', reception, 'escalate', { ground: 'agencies_disagree' });
    aCase.act('2026-10-16 08:00', leadership, 'decide');
    aCase.act('2026-10-16 10:00', reception, 'publish');
    aCase.act('2026-10-19 08:00', submitter, 'dispute');
    aCase.act('2026-10-19 10:00', reception, 'escalate');
    aCase.act('2026-10-20 08:00', leadership, 'decide');
    aCase.act('2026-10-20 10:00', reception, 'publish');
    expect(aCase.refusal('2026-10-21 08:00', submitter, 'dispute')).toMatchObject({ reason: 'disputeEnded' });
  });

  test('R1.1: what lies with the leadership is withdrawn before there is an answer, and not after', () => {
    const escalated = () => {
      const aCase = paperCase('2026-10-12 08:00');
      aCase.act('2026-10-13 08:00', reception, 'forward');
      aCase.act('2026-10-14 08:00', head, 'assign');
      return aCase;
    };
    const before = escalated();
    before.act('2026-10-15 08:00', reception, 'escalate');
    expect(allowedActions(before.state, submitter, law.policy)).toContain('withdraw');
    before.act('2026-10-15 10:00', submitter, 'withdraw');
    expect(before.state.status).toBe('withdrawn');
    expect(effectsOf(before.latest)).toContainEqual({ to: { kind: 'leadership' }, template: 'withdrawn' });
    const after = escalated();
    after.act('2026-10-15 08:00', head, 'answer');
    after.act('2026-10-15 10:00', reception, 'escalate');
    expect(after.refusal('2026-10-15 11:00', submitter, 'withdraw')?.reason).toBe('notFromThisStatus');
  });

  test('R10.2: an answer that the Office upholds keeps its closing day', () => {
    const aCase = published();
    aCase.act('2026-10-28 08:00', submitter, 'dispute');
    aCase.act('2026-10-30 08:00', reception, 'uphold');
    expect(aCase.term('closeAfter')).toMatchObject({ phase: 'running', lastDay: '2026-11-10' });
    expect(aCase.refusal('2026-11-02 08:00', submitter, 'dispute')).toMatchObject({ reason: 'disputeEnded' });
  });

  test('R10.2: a directive starts a new answer term from the day of the decision', () => {
    const aCase = published();
    aCase.act('2026-10-28 08:00', submitter, 'dispute');
    aCase.act('2026-10-29 08:00', reception, 'escalate');
    aCase.act('2026-11-02 08:00', leadership, 'decide', { outcome: 'directive', lead: toOther.lead });
    expect([aCase.state.status, aCase.state.lead?.agency]).toEqual(['processing', OTHER]);
    expect(aCase.term('answerBy')).toMatchObject({ phase: 'running', lastDay: '2026-11-23' });
    aCase.act('2026-11-03 08:00', headOf(OTHER), 'answer');
    aCase.act('2026-11-03 15:00', reception, 'publish');
    expect(aCase.refusal('2026-11-04 08:00', submitter, 'dispute')).toMatchObject({ reason: 'disputeEnded' });
  });

  test('R10.2: a directive has an agency that carries it out, and a decision that is the answer has none', () => {
    const aCase = paperCase('2026-10-12 08:00');
    for (const day of ['13', '14', '15']) aCase.act(`2026-10-${day} 08:00`, reception, 'forward');
    aCase.act('2026-10-15 09:00', head, 'decline');
    aCase.act('2026-10-15 10:00', reception, 'escalate');
    const faultsOf = (input: object) =>
      aCase.refusal('2026-10-16 08:00', leadership, 'decide', input)?.faults?.map(({ path, code }) => [path, code]);
    expect(faultsOf({ outcome: 'directive', lead: null })).toEqual([['/lead', 'required']]);
    expect(faultsOf({ outcome: 'answer', lead: toOther.lead })).toEqual([['/lead', 'notWithAnswer']]);
    expect(faultsOf({ outcome: 'directive', lead: toOther.lead })).toBeUndefined();
  });

  test('R10.2: a directive before anything was published ends no dispute: the answer to it can be disputed', () => {
    const aCase = paperCase('2026-10-12 08:00');
    aCase.act('2026-10-13 08:00', reception, 'forward');
    aCase.act('2026-10-14 08:00', head, 'assign');
    aCase.act('2026-10-15 08:00', reception, 'escalate', { ground: 'agencies_disagree' });
    aCase.act('2026-10-16 08:00', leadership, 'decide', { outcome: 'directive' });
    aCase.act('2026-10-19 08:00', head, 'answer');
    aCase.act('2026-10-20 15:00', reception, 'publish');
    aCase.act('2026-11-10 23:59:59', submitter, 'dispute');
    expect(aCase.state.status).toBe('disputed');
  });
});

describe('S9 Paper received on Friday, entered on Wednesday', () => {
  const onPaper = {
    channel: 'paper' as const,
    account: null,
    receivedAt: at('2026-10-09 16:50'),
    receiptReason: 'Văn thư đóng dấu đến.',
    receiptEvidence: 'stamp',
  };
  const entered = () => paperCase('2026-10-14 09:00', { by: reception, given: onPaper });

  test('terms run from the stamp, and both moments stay on record', () => {
    const { state } = entered();
    expect(state).toMatchObject({ receivedAt: at('2026-10-09 16:50'), enteredAt: at('2026-10-14 09:00') });
    const lastDays = Object.values(state.terms).map(({ name, lastDay }) => [name, lastDay]);
    expect(Object.fromEntries(lastDays)).toEqual({
      rejectBy: '2026-10-13',
      routeBy: '2026-10-16',
      answerBy: '2026-10-30',
    });
  });

  test('it is late on entry and says so, without warning of moments that have passed', () => {
    const aCase = entered();
    aCase.wait('2026-10-14 09:00');
    expect(aCase.timeline()).toEqual(['2026-10-14 09:00 submit', '2026-10-13 24:00 rejectBy due']);
    expect(aCase.events[1]?.recordedAt).toBe(at('2026-10-14 09:00'));
  });

  test.each([
    ['without a reason', { receiptReason: null }, '/receiptReason', 'required'],
    ['without evidence', { receiptEvidence: null }, '/receiptEvidence', 'required'],
    ['in the future', { receivedAt: at('2026-10-14 09:01') }, '/receivedAt', 'future'],
    ['through a channel that stamps itself', { channel: 'portal' as const }, '/receivedAt', 'notYours'],
  ])('a receipt %s is refused', (_what, given, path, code) => {
    const enter = () => paperCase('2026-10-14 09:00', { by: reception, given: { ...onPaper, ...given } });
    expect(enter).toThrow(`"path":"${path}","code":"${code}"`);
  });

  test('a policy of 10 days from 12 October binds only what is received from then on', () => {
    const answerBy = { ...firstPolicy.terms.answerBy, workingDays: 10 };
    const second = {
      ...firstPolicy,
      version: 2,
      effectiveFrom: '2026-10-12',
      terms: { ...firstPolicy.terms, answerBy },
    };
    const under = (received: string) => ({ ...law, policy: policyFor(received, [second, firstPolicy]) });
    const old = paperCase('2026-10-14 09:00', { by: reception, given: onPaper, law: under('2026-10-09') });
    const young = paperCase('2026-10-14 09:00', { law: under('2026-10-14') });
    expect([old.state.policy, old.term('answerBy').lastDay]).toEqual([1, '2026-10-30']);
    expect([young.state.policy, young.term('answerBy').lastDay]).toEqual([2, '2026-10-28']);
  });
});

describe('S10 Small ones', () => {
  test('publish and return together: the second is refused, and sees what is allowed now', () => {
    const aCase = paperCase('2026-10-05 08:00');
    aCase.act('2026-10-06 08:00', reception, 'forward');
    aCase.act('2026-10-07 08:00', head, 'assign');
    aCase.act('2026-10-08 08:00', head, 'answer');
    aCase.act('2026-10-09 08:00:00', reception, 'publish');
    expect(aCase.refusal('2026-10-09 08:00:00', reception, 'return')).toEqual({
      reason: 'notFromThisStatus',
      status: 'published',
      allowed: ['link', 'message', 'note', 'republish', 'unpublish'],
    });
  });

  test('a note moves no deadline', () => {
    const aCase = paperCase('2026-10-05 08:00');
    const { terms } = aCase.state;
    aCase.act('2026-10-05 09:00', reception, 'note');
    expect(aCase.state.terms).toEqual(terms);
  });

  test('withdrawal while the answer waits for approval ends the case and every term, and all who work on it are told', () => {
    const aCase = paperCase('2026-10-05 08:00');
    aCase.act('2026-10-06 08:00', reception, 'forward', { coordinating: [OTHER] });
    aCase.act('2026-10-07 08:00', head, 'assign');
    aCase.act('2026-10-08 08:00', officer, 'propose');
    aCase.act('2026-10-09 08:00', submitter, 'withdraw');
    expect(aCase.state.status).toBe('withdrawn');
    expect(Object.values(aCase.state.terms).filter(({ settledAt }) => settledAt === null)).toEqual([]);
    expect(effectsOf(aCase.latest)).toEqual(
      [
        { kind: 'unit', agency: OFFICE },
        { kind: 'unit', agency: LEAD },
        { kind: 'account', id: 'officer-of-transport' },
        { kind: 'unit', agency: OTHER },
      ].map((to) => ({ to, template: 'withdrawn' }))
    );
  });

  test('a result that is not entered, on a case already overdue: both terms stand beside each other', () => {
    const aCase = paperCase('2026-10-05 08:00');
    aCase.act('2026-10-06 08:00', reception, 'forward');
    aCase.act('2026-10-07 08:00', head, 'assign');
    aCase.act('2026-10-28 08:00', officer, 'conclude');
    expect(aCase.term('answerBy')).toMatchObject({ phase: 'lapsed', lastDay: '2026-10-26' });
    expect(aCase.term('postResultBy')).toMatchObject({ phase: 'running', lastDay: '2026-10-30' });
  });
});
