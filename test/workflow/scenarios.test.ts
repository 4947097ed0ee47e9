import { ActionRefused, CaseNotRunning } from '../../reachingCases';
import { firstPolicy } from '../../domain/policy';
import { useCases } from '../support/caseRig';
import { at, law } from '../support/law';
import { head, leadership, officer, officerOf, OTHER, reception, submitter } from '../support/people';

const cases = useCases();
const toOther = { lead: { agency: OTHER, needsApproval: true }, reason: null };

test('S2 The late reply', async () => {
  await cases.startAt(at('2026-10-05 09:00'));
  const aCase = await cases.submit();
  await aCase.act(reception, 'forward');
  await aCase.act(head, 'assign');
  await cases.sleepUntil(at('2026-10-08 10:00'));
  await aCase.act(officer, 'requestInfo');
  await expect(aCase.act(officer, 'requestInfo')).rejects.toThrow(ActionRefused);

  await cases.sleepUntil(at('2026-10-31 22:10'));
  expect(await aCase.state()).toMatchObject({ status: 'awaiting_info', terms: { infoOverdue: { phase: 'lapsed' } } });
  await aCase.act(submitter, 'supplyInfo');
  expect(await aCase.state()).toMatchObject({
    status: 'processing',
    terms: { answerBy: { lastDay: '2026-11-17', late: false }, infoOverdue: { phase: 'met', late: true } },
  });

  await cases.sleepUntil(at('2026-11-18 09:00'));
  await aCase.act(submitter, 'withdraw');
  expect((await aCase.timeline()).slice(3)).toEqual([
    '2026-10-08 10:00 requestInfo',
    '2026-10-14 24:00 infoOverdue reminder 6',
    '2026-10-22 24:00 infoOverdue due',
    '2026-10-31 22:10 supplyInfo',
    '2026-11-12 24:00 answerBy dueSoon 3',
    '2026-11-16 24:00 answerBy dueSoon 1',
    '2026-11-17 24:00 answerBy due',
    '2026-11-18 09:00 withdraw',
  ]);
});

test('S2: a reply in the same second as the alarm comes after it', async () => {
  await cases.startAt(at('2026-10-08 10:00'));
  const aCase = await cases.submit();
  await aCase.act(reception, 'requestInfo');
  await cases.sleepUntil(at('2026-10-23 00:00:01'));
  await aCase.act(submitter, 'supplyInfo', { at: at('2026-10-23 00:00:00') });
  await aCase.act(submitter, 'withdraw');
  expect((await aCase.timeline()).slice(-3)).toEqual([
    '2026-10-22 24:00 infoOverdue due',
    '2026-10-22 24:00 supplyInfo',
    '2026-10-23 00:00 withdraw',
  ]);
});

test('S3 Returned as not our competence', async () => {
  await cases.startAt(at('2026-10-12 09:00'));
  const aCase = await cases.submit();
  await cases.sleepUntil(at('2026-10-16 09:00'));
  await aCase.act(reception, 'forward');
  await cases.sleepUntil(at('2026-10-29 16:00'));
  await aCase.act(officer, 'decline');
  await cases.sleepUntil(at('2026-10-30 09:00'));
  await aCase.act(reception, 'forward', { input: toOther });
  await cases.sleepUntil(at('2026-11-17 09:00'));
  await aCase.act(officerOf(OTHER), 'decline');
  await expect(aCase.act(reception, 'forward', { input: { reason: null } })).rejects.toMatchObject({
    refusal: { reason: 'invalidInput', status: 'accepted', faults: [{ path: '/reason' }] },
  });
  await aCase.act(reception, 'escalate');
  await aCase.act(leadership, 'decide');
  await aCase.act(reception, 'publish');
  await cases.sleepUntil(at('2026-12-31 09:00'));
  expect((await aCase.timeline()).filter((line) => !line.includes('rejectBy') && !line.includes('routeBy'))).toEqual([
    '2026-10-12 09:00 submit',
    '2026-10-16 09:00 forward',
    '2026-10-28 24:00 answerBy dueSoon 3',
    '2026-10-29 16:00 decline',
    '2026-10-30 09:00 forward',
    '2026-11-01 24:00 answerBy dueSoon 1',
    '2026-11-02 24:00 answerBy due',
    '2026-11-09 24:00 progressDue due',
    '2026-11-16 24:00 progressDue due',
    '2026-11-17 09:00 decline',
    '2026-11-17 09:00 escalate',
    '2026-11-17 09:00 decide',
    '2026-11-17 09:00 publish',
    '2026-12-09 24:00 closeAfter due',
  ]);
});

describe('S4 Disputed at the last second', () => {
  async function published() {
    await cases.startAt(at('2026-10-19 09:00'));
    const aCase = await cases.submit();
    await aCase.act(reception, 'forward');
    await aCase.act(head, 'assign');
    await aCase.act(head, 'answer');
    await cases.sleepUntil(at('2026-10-20 09:00'));
    await aCase.act(reception, 'publish');
    return aCase;
  }

  test('at 23:59:59 it is taken', async () => {
    const aCase = await published();
    await cases.sleepUntil(at('2026-11-10 23:59:30'));
    await aCase.act(submitter, 'dispute');
    await cases.sleepUntil(at('2026-11-12 09:00'));
    expect((await aCase.state()).status).toBe('disputed');
    await aCase.act(reception, 'uphold');
    expect((await aCase.timeline()).slice(-3)).toEqual([
      '2026-11-10 23:59 dispute',
      '2026-11-12 09:00 uphold',
      '2026-11-10 24:00 closeAfter due',
    ]);
  });

  test('at 00:00:00 the case has closed, once, and a new one names it', async () => {
    const aCase = await published();
    await cases.sleepUntil(at('2026-11-11 00:00:01'));
    await expect(aCase.act(submitter, 'dispute', { at: at('2026-11-11 00:00:00') })).rejects.toThrow(CaseNotRunning);
    expect((await aCase.timeline()).filter((line) => line.includes('closeAfter'))).toEqual([
      '2026-11-10 24:00 closeAfter due',
    ]);
    const next = await cases.submit({ follows: aCase.code });
    expect((await next.state()).follows).toBe(aCase.code);
    await next.act(submitter, 'withdraw');
  });

  test('R10.2: the published decision of the leadership is not disputed again', async () => {
    const aCase = await published();
    await aCase.act(submitter, 'dispute');
    await aCase.act(reception, 'escalate');
    await aCase.act(leadership, 'decide');
    await aCase.act(reception, 'publish');
    await expect(aCase.act(submitter, 'dispute')).rejects.toMatchObject({ refusal: { reason: 'disputeEnded' } });
    await cases.sleepUntil(at('2026-11-11 09:00'));
    expect((await aCase.timeline()).at(-1)).toBe('2026-11-10 24:00 closeAfter due');
  });
});

test('S9 Paper received on Friday, entered on Wednesday, and the policy changed in between', async () => {
  await cases.startAt(at('2026-10-14 09:00'));
  const paper = {
    channel: 'paper' as const,
    account: null,
    receivedAt: at('2026-10-09 16:50'),
    receiptReason: 'Văn thư đóng dấu đến.',
    receiptEvidence: 'stamp',
  };
  const shorter = { ...firstPolicy.terms, answerBy: { ...firstPolicy.terms.answerBy, workingDays: 10 } };
  const second = { ...firstPolicy, version: 2, effectiveFrom: '2026-10-12', terms: shorter };
  const old = await cases.submit(paper, { by: reception });
  const young = await cases.submit({}, { law: { ...law, policy: second } });
  expect((await old.timeline())[1]).toBe('2026-10-13 24:00 rejectBy due');

  await cases.sleepUntil(at('2026-11-02 09:00'));
  for (const aCase of [old, young]) await aCase.act(reception, 'reject');
  const due = (lines: string[]) => lines.filter((line) => line.endsWith('due'));
  expect(due(await old.timeline())).toEqual([
    '2026-10-13 24:00 rejectBy due',
    '2026-10-16 24:00 routeBy due',
    '2026-10-30 24:00 answerBy due',
  ]);
  expect(due(await young.timeline())).toEqual([
    '2026-10-16 24:00 rejectBy due',
    '2026-10-21 24:00 routeBy due',
    '2026-10-28 24:00 answerBy due',
  ]);
});

describe('S10 Small ones', () => {
  async function answered() {
    await cases.startAt(at('2026-10-05 09:00'));
    const aCase = await cases.submit();
    await aCase.act(reception, 'forward');
    await aCase.act(head, 'assign');
    await aCase.act(head, 'answer');
    return aCase;
  }

  test('two officers press publish and return together: one wins, the other sees why', async () => {
    const aCase = await answered();
    const outcomes = await Promise.allSettled([aCase.act(reception, 'publish'), aCase.act(reception, 'return')]);
    const refused = outcomes.flatMap((outcome) => (outcome.status === 'rejected' ? [outcome.reason as unknown] : []));
    const { status } = await aCase.state();
    expect(['published', 'processing']).toContain(status);
    expect(refused).toEqual([expect.any(ActionRefused)]);
    expect(refused[0]).toMatchObject({ refusal: { reason: 'notFromThisStatus', status } });
    expect((refused[0] as ActionRefused).refusal.allowed).toContain('note');
    aCase.staysOpen();
  });

  test('withdrawal while the answer waits for approval', async () => {
    await cases.startAt(at('2026-10-05 09:00'));
    const aCase = await cases.submit();
    await aCase.act(reception, 'forward');
    await aCase.act(head, 'assign');
    await aCase.act(officer, 'propose');
    await aCase.act(submitter, 'withdraw');
    expect((await aCase.timeline()).at(-1)).toBe('2026-10-05 09:00 withdraw');
  });

  test('a note moves no deadline, and neither does a message', async () => {
    const aCase = await answered();
    const { terms } = await aCase.state();
    await aCase.act(officer, 'note');
    await aCase.act(reception, 'message');
    expect((await aCase.state()).terms).toEqual(terms);
    aCase.staysOpen();
  });
});
