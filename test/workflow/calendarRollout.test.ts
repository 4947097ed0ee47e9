import { MockActivityEnvironment } from '@temporalio/testing';
import { eq } from 'drizzle-orm';
import { createStartAgain } from '../../activities/startAgain';
import { notices } from '../../db/schema';
import { createRollouts, type Rollouts } from '../../starters/rollouts';
import { caseWorkflowId } from '../../workflows/messages';
import { rolloutWorkflowId } from '../../workflows/rolloutMessages';
import { announceYears, lawOn, officialYear, withoutSwap, withSwap } from '../support/calendar';
import { useCases } from '../support/caseRig';
import { eventually } from '../support/eventually';
import { at } from '../support/law';
import { LEAD, reception, submitter } from '../support/people';
import type { TestCase } from '../support/testCase';

const cases = useCases();
const unswapped = withoutSwap('2026-01-02', officialYear(2026));

const announce = async (...years: Parameters<typeof announceYears>[1]) =>
  announceYears(cases.database.db, years, await cases.now());

const submitNow = async () => cases.submit({}, { law: await lawOn(cases.database.db, await cases.now()) });

/** Roll-outs on the task queue of the rig. */
async function rolloutsBeside(aCase: TestCase): Promise<Rollouts> {
  const { taskQueue } = await cases.temporal.workflow.getHandle(caseWorkflowId(aCase.code)).describe();
  return createRollouts({ client: cases.temporal, taskQueue }, cases.database.db);
}

const rolledOut = (version: number) => cases.temporal.workflow.getHandle(rolloutWorkflowId(version)).result();

const changesOf = async (aCase: TestCase) =>
  (await aCase.events()).flatMap((event) => (event.type === 'calendarChanged' ? [event.data] : []));

const told = async (aCase: TestCase) =>
  (await cases.database.db.select().from(notices).where(eq(notices.caseCode, aCase.code)))
    .filter(({ template }) => template === 'deadline_moved')
    .map(({ recipientKind, recipient }) => [recipientKind, recipient]);

test('S1: a swap announced on 25 December moves the deadline from 9 to 10 January, with its warnings, and tells people once', async () => {
  await cases.startAt(at('2025-12-18 08:00'));
  await announce(officialYear(2025), unswapped);
  const aCase = await submitNow();
  const late = await submitNow();
  await aCase.act(reception, 'forward');
  const since = (await aCase.events()).length;
  expect((await aCase.state()).terms['answerBy']!.lastDay).toBe('2026-01-09');

  await cases.sleepUntil(at('2025-12-25 08:00'));
  await late.act(submitter, 'withdraw');
  const swap = officialYear(2026).off.find(({ date }) => date === '2026-01-02');
  expect(swap).toMatchObject({ kind: 'swap', counterpart: '2026-01-10' });
  const version = await announce(withSwap('2026-01-02', '2026-01-10', '12729/VPCP-KGVX', unswapped));
  const rollouts = await rolloutsBeside(aCase);
  await rollouts.takeUp();
  await rollouts.takeUp();
  await rolledOut(version);
  expect(await rollouts.state(version)).toEqual({ version, state: 'done', taken: 1, moved: 1, remaining: 0 });

  await cases.sleepUntil(at('2026-01-12 08:00'));
  expect((await aCase.timeline()).slice(since)).toEqual([
    '2025-12-25 08:00 calendarChanged',
    '2026-01-07 24:00 answerBy dueSoon 3',
    '2026-01-09 24:00 answerBy dueSoon 1',
    '2026-01-10 24:00 answerBy due',
  ]);
  expect(await changesOf(aCase)).toEqual([
    {
      calendar: version,
      document: '12729/VPCP-KGVX',
      reason: 'Hoán đổi ngày làm việc.',
      moved: [{ term: 'answerBy', from: '2026-01-09', to: '2026-01-10' }],
    },
  ]);
  expect(await told(aCase)).toEqual([
    ['submitter', null],
    ['unit', LEAD],
  ]);
  await aCase.act(submitter, 'withdraw');
});

test('S1: 2 days from 31 December end on Tuesday the 6th instead of Monday the 5th', async () => {
  await cases.startAt(at('2025-12-31 08:00'));
  await announce(officialYear(2025), unswapped);
  const aCase = await submitNow();
  expect((await aCase.state()).terms['rejectBy']!.lastDay).toBe('2026-01-05');
  const version = await announce(withSwap('2026-01-02', '2026-01-10', '12729/VPCP-KGVX', unswapped));
  await (await rolloutsBeside(aCase)).takeUp();
  await rolledOut(version);
  await aCase.events();
  expect((await aCase.state()).terms['rejectBy']!.lastDay).toBe('2026-01-06');
  await aCase.act(submitter, 'withdraw');
});

test('a case that is submitted under the old days while the new ones are announced takes these over by itself', async () => {
  await cases.startAt(at('2026-10-05 09:00'));
  await announce(officialYear(2026));
  const old = await lawOn(cases.database.db, await cases.now());
  const version = await announce(withSwap('2026-10-12', '2026-10-17', '1/TB', officialYear(2026)));
  const aCase = await cases.submit({}, { law: old });
  await cases.sleepUntil(at('2026-10-05 10:00'));
  expect((await changesOf(aCase)).map(({ calendar }) => calendar)).toEqual([version]);
  await aCase.act(submitter, 'withdraw');
});

test('one change may bring several announcements, each with its document', async () => {
  await cases.startAt(at('2026-10-05 09:00'));
  await announce(officialYear(2026));
  const aCase = await submitNow();
  const once = withSwap('2026-10-12', '2026-10-17', '1/TB', officialYear(2026));
  await announce(once);
  const version = await announce(withSwap('2026-10-19', '2026-10-24', '2/TB', once));
  await (await rolloutsBeside(aCase)).takeUp();
  await rolledOut(version);
  expect((await changesOf(aCase)).map(({ calendar, document }) => [calendar, document])).toEqual([
    [version, '1/TB; 2/TB'],
  ]);
  await aCase.act(submitter, 'withdraw');
});

test('R5: a case that had no workflow when the days changed hears of it when it goes on from its record', async () => {
  await cases.startAt(at('2025-12-18 08:00'));
  await announce(officialYear(2025), unswapped);
  const law = await lawOn(cases.database.db, await cases.now());
  const aCase = await submitNow();
  const { temporal, taskQueue, clock } = cases;
  const carried = { state: await aCase.state(), keys: [] };
  const workflowId = caseWorkflowId(aCase.code);
  await temporal.workflow.getHandle(workflowId).terminate();
  const version = await announce(withSwap('2026-01-02', '2026-01-10', '12729/VPCP-KGVX', unswapped));
  const rollouts = await rolloutsBeside(aCase);
  await rollouts.takeUp();
  await rolledOut(version);
  await temporal.workflow.start('caseWorkflow', {
    workflowId,
    taskQueue,
    args: [{ code: aCase.code, law, clock, carried, takenUp: true }],
  });
  const steps = createStartAgain({ db: cases.database.db, now: () => at('2025-12-18 09:00') });
  const owed = () => steps.deliverOwed({ code: aCase.code, clock });
  await new MockActivityEnvironment({ taskQueue }, { client: temporal }).run(owed);
  await eventually(
    () => aCase.state(),
    ({ terms }) => terms['answerBy']?.lastDay === '2026-01-10'
  );
  aCase.staysOpen();
});
