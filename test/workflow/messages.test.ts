import { randomUUID } from 'node:crypto';
import { ActionRefused, CaseNotRunning } from '../../reachingCases';
import { useCases } from '../support/caseRig';
import { at, law } from '../support/law';
import { head, LEAD, officer, officerOf, OTHER, reception, submitter } from '../support/people';

const cases = useCases();
beforeEach(() => cases.startAt(at('2026-10-05 09:00')));

describe('acts of people', () => {
  test('a refusal names the reason, the status and what is allowed, and leaves nothing on record', async () => {
    const aCase = await cases.submit();
    const refused = aCase.act(reception, 'publish');
    await expect(refused).rejects.toThrow(ActionRefused);
    await expect(refused).rejects.toMatchObject({
      known: 1,
      refusal: {
        reason: 'notFromThisStatus',
        status: 'received',
        allowed: ['accept', 'forward', 'link', 'message', 'note', 'reject', 'requestInfo'],
      },
    });
    expect(await aCase.timeline()).toEqual(['2026-10-05 09:00 submit']);
    await aCase.act(submitter, 'withdraw');
  });

  test('R3: a submission is taken also where the clock of whoever sends it is ahead of the case’s', async () => {
    const aCase = await cases.submit({}, { at: at('2026-10-05 09:20') });
    expect(await aCase.timeline()).toEqual(['2026-10-05 09:20 submit']);
    await aCase.act(reception, 'note');
    await aCase.act(submitter, 'withdraw');
  });

  test('of two officers who accept and reject at once exactly one succeeds', async () => {
    const aCase = await cases.submit();
    const outcomes = await Promise.allSettled([
      aCase.act(reception, 'accept'),
      aCase.act({ ...reception, id: 'second-clerk' }, 'accept'),
    ]);
    expect(outcomes.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    expect((await aCase.events()).map(({ type }) => type)).toEqual(['submit', 'accept']);
    await aCase.act(submitter, 'withdraw');
  });

  test('acts that come in a swarm are all recorded, in one order', async () => {
    const aCase = await cases.submit();
    const receipts = await Promise.all(Array.from({ length: 8 }, () => aCase.act(reception, 'note')));
    expect((await aCase.events()).map(({ seq }) => seq)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9]);
    expect(Math.max(...receipts.map(({ seq }) => seq))).toBe(9);
    await aCase.act(submitter, 'withdraw');
  });

  test('the same key twice does nothing the second time, by update or by signal', async () => {
    const aCase = await cases.submit();
    const key = randomUUID();
    await aCase.act(reception, 'note', { key });
    await aCase.act(reception, 'note', { key });
    await aCase.send(reception, 'note', { key });
    await aCase.act(submitter, 'withdraw');
    expect((await aCase.events()).map(({ type }) => type)).toEqual(['submit', 'note', 'withdraw']);
  });

  test('a case that has ended takes nothing', async () => {
    const aCase = await cases.submit();
    await aCase.act(submitter, 'withdraw');
    await expect(aCase.act(reception, 'note')).rejects.toThrow(CaseNotRunning);
  });
});

describe('signals of machines', () => {
  test('an act that applies takes effect', async () => {
    const aCase = await cases.submit();
    await aCase.send(reception, 'accept');
    expect((await aCase.events()).map(({ type }) => type)).toEqual(['submit', 'accept']);
    await aCase.act(submitter, 'withdraw');
  });

  test('one that does not apply is recorded as refused, and the case lives', async () => {
    const aCase = await cases.submit();
    await aCase.send(officer, 'answer');
    expect((await aCase.events()).at(-1)).toMatchObject({
      type: 'refused',
      by: officer,
      data: { action: 'answer', reason: 'forbidden' },
      changes: {},
    });
    await aCase.act(submitter, 'withdraw');
  });

  test.each([
    ['without an actor', 'accept', { by: undefined }],
    ['without an input', 'accept', { input: undefined }],
    ['with a result on a day that is none', 'conclude', { by: officer, input: { resultOn: '2026-1' } }],
  ] as const)('one %s is recorded as refused, and the case lives', async (_what, action, malformed) => {
    const aCase = await cases.submit();
    await aCase.act(reception, 'forward');
    await aCase.act(head, 'assign');
    const command = { action, by: reception, at: await cases.now(), key: randomUUID(), input: {}, ...malformed };
    await cases.signals.act(aCase.code, command as never);
    expect((await aCase.events()).at(-1)).toMatchObject({ type: 'refused', data: { action } });
    await aCase.act(submitter, 'withdraw');
  });
});

describe('changes around the case', () => {
  test('S1: a new calendar moves the deadline and its alarms; the same one again does nothing', async () => {
    const aCase = await cases.submit();
    const calendar = { ...law.calendar, version: 2, off: [...law.calendar.off, '2026-10-26'].sort() };
    const change = { calendar, document: '9999/VPCP-KGVX', reason: 'Nghỉ thêm một ngày.' };
    await cases.signals.calendarChanged(aCase.code, change);
    await cases.signals.calendarChanged(aCase.code, change);
    await cases.sleepUntil(at('2026-10-28 09:00'));
    const alarms = (await aCase.timeline()).filter((line) => line.includes('answerBy') || line.includes('calendar'));
    expect(alarms).toEqual([
      '2026-10-05 09:00 calendarChanged',
      '2026-10-21 24:00 answerBy dueSoon 3',
      '2026-10-26 24:00 answerBy dueSoon 1',
      '2026-10-27 24:00 answerBy due',
    ]);
    await aCase.act(submitter, 'withdraw');
  });

  test('S8: a merger hands the case to the successor; the same one again does nothing', async () => {
    const aCase = await cases.submit();
    await aCase.act(reception, 'forward');
    const merger = { from: LEAD, to: { agency: OTHER, needsApproval: false }, document: '12/QĐ-UBND' };
    await cases.signals.agencyChanged(aCase.code, merger);
    await cases.signals.agencyChanged(aCase.code, merger);
    await expect(aCase.act(officer, 'reportProgress')).rejects.toMatchObject({ refusal: { reason: 'forbidden' } });
    await aCase.act(officerOf(OTHER), 'reportProgress');
    expect((await aCase.events()).map(({ type }) => type)).toEqual([
      'submit',
      'forward',
      'agencyChanged',
      'reportProgress',
    ]);
    await aCase.act(submitter, 'withdraw');
  });
});
