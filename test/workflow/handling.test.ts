import { useCases } from '../support/caseRig';
import { at } from '../support/law';
import { head, officer, officerOf, OTHER, reception, submitter } from '../support/people';

const cases = useCases();

describe('R7, R8 handling', () => {
  beforeEach(() => cases.startAt(at('2026-10-05 09:00')));

  async function handled(coordinating: string[] = []) {
    const aCase = await cases.submit();
    await aCase.act(reception, 'forward', { input: { coordinating } });
    await aCase.act(head, 'assign');
    return aCase;
  }

  test('R7.2: an opinion that is not given is due on its day', async () => {
    const aCase = await handled([OTHER, 'health']);
    await aCase.act(officerOf('health'), 'opine');
    await cases.sleepUntil(at('2026-10-13 09:00'));
    await aCase.act(submitter, 'withdraw');
    expect((await aCase.timeline()).slice(-2)).toEqual([
      `2026-10-12 24:00 opineBy:${OTHER} due`,
      '2026-10-13 09:00 withdraw',
    ]);
  });

  test('R8.1, R8.2: due soon, overdue, then every 5 working days, across a day off', async () => {
    const aCase = await handled();
    await cases.sleepUntil(at('2026-11-26 09:00'));
    await aCase.act(submitter, 'withdraw');
    expect((await aCase.timeline()).slice(3)).toEqual([
      '2026-10-21 24:00 answerBy dueSoon 3',
      '2026-10-25 24:00 answerBy dueSoon 1',
      '2026-10-26 24:00 answerBy due',
      '2026-11-02 24:00 progressDue due',
      '2026-11-09 24:00 progressDue due',
      '2026-11-16 24:00 progressDue due',
      '2026-11-23 24:00 progressDue due',
      '2026-11-26 09:00 withdraw',
    ]);
  });

  test('R8.3: a result waits 2 working days to be entered', async () => {
    const aCase = await handled();
    await aCase.act(officer, 'conclude');
    await cases.sleepUntil(at('2026-10-08 09:00'));
    expect((await aCase.timeline()).at(-1)).toBe('2026-10-07 24:00 postResultBy due');
    await aCase.act(submitter, 'withdraw');
  });

  test('R8.1: an alarm rings at its legal time and is noted when the service gets to it', async () => {
    const aCase = await handled();
    await cases.sleepUntil(at('2026-10-27 09:00'));
    const due = (await aCase.events()).find(({ type, data }) => type === 'alarm' && data.kind === 'due');
    expect(due?.at).toBe(at('2026-10-27 00:00'));
    expect(due!.recordedAt >= due!.at && due!.recordedAt < at('2026-10-27 00:01')).toBe(true);
    await aCase.act(submitter, 'withdraw');
  });
});
