import { MockActivityEnvironment } from '@temporalio/testing';
import { eq } from 'drizzle-orm';
import { accounts } from '../../accounts/schema';
import { createStartAgain } from '../../activities/startAgain';
import { addReform, nextReform } from '../../db/agencyReforms';
import { addVersions, seedVersions } from '../../db/registers';
import { adminEvents } from '../../db/schema/administration';
import { endingsOf, handoverOf, type AgencyReform } from '../../domain/agencies';
import { toInstant } from '../../domain/time';
import { createReforms, type Reforms } from '../../starters/reforms';
import { caseWorkflowId } from '../../workflows/messages';
import { reformsWorkflowId } from '../../workflows/reformMessages';
import { useCases } from '../support/caseRig';
import { eventually } from '../support/eventually';
import { replayRuns } from '../support/histories';
import { at, law } from '../support/law';
import { head, headOf, LEAD, officerOf, OTHER, reception } from '../support/people';
import type { TestCase } from '../support/testCase';

const cases = useCases();
const document = '12/QĐ-UBND';

async function found(...codes: string[]): Promise<void> {
  await seedVersions(
    cases.database.db,
    codes.map((code) => ({
      register: 'agency',
      code,
      effectiveFrom: '2018-01-01',
      facts: { name: code, nameEn: code, needsApproval: true, successor: null },
    }))
  );
}

async function decide(reform: AgencyReform) {
  const { effectiveOn } = reform;
  const handover = handoverOf(reform)!;
  const entered = { document, createdAt: await cases.now(), createdBy: 'administrator' };
  await addVersions(
    cases.database.db,
    endingsOf(reform).ends.map((code) => ({
      register: 'agency',
      code,
      effectiveFrom: effectiveOn,
      facts: { ended: true, successor: handover.to },
      ...entered,
    }))
  );
  return addReform(cases.database.db, {
    reform,
    effectiveOn,
    from: [...handover.from],
    successor: handover.to,
    ...entered,
  });
}

async function reformsBeside(aCase: TestCase): Promise<{ reforms: Reforms; ended: () => Promise<void> }> {
  const { temporal, database, clock } = cases;
  const { taskQueue } = await temporal.workflow.getHandle(caseWorkflowId(aCase.code)).describe();
  const workflowId = reformsWorkflowId(taskQueue);
  return {
    reforms: createReforms({ client: temporal, taskQueue, clock }, database.db),
    ended: async () => {
      await temporal.workflow.getHandle(workflowId).result();
      await replayRuns(temporal, workflowId);
    },
  };
}

const inherited = async (aCase: TestCase) => (await aCase.timeline()).filter((line) => line.endsWith('agencyChanged'));

test('S8 The organisation changes at 00:00 of 1 December: open cases move with their clock, each once', async () => {
  await cases.startAt(at('2026-11-23 08:00'));
  await found(LEAD, OTHER, 'health');
  const { db } = cases.database;
  await db.insert(accounts).values([
    { id: 'a-head', email: 'a@example.vn', name: 'A', role: 'agency_lead', agency: LEAD },
    { id: 'b-head', email: 'b@example.vn', name: 'B', role: 'agency_lead', agency: OTHER },
  ]);
  const led = await cases.submit();
  await led.act(reception, 'forward');
  await led.act(head, 'assign');
  const coordinated = await cases.submit();
  await coordinated.act(reception, 'forward', {
    input: { lead: { agency: 'health', needsApproval: true }, coordinating: [LEAD] },
  });
  const elsewhere = await cases.submit();
  await elsewhere.act(reception, 'forward', { input: { lead: { agency: 'health', needsApproval: true } } });
  const before = (await led.state()).terms['answerBy'];

  const { reforms, ended } = await reformsBeside(led);
  const row = await decide({ kind: 'merge', from: [LEAD], to: OTHER, effectiveOn: '2026-12-01' });
  await reforms.takeUp();
  await reforms.takeUp();
  await cases.sleepUntil(at('2026-11-30 17:00'));
  expect((await led.state()).lead?.agency).toBe(LEAD);
  expect(await reforms.progress(row)).toEqual({ passedOn: 0, remaining: 2 });
  await ended();

  expect(await nextReform(db)).toBeUndefined();
  expect(await inherited(led)).toEqual(['2026-11-30 24:00 agencyChanged']);
  expect(await inherited(coordinated)).toHaveLength(1);
  expect(await inherited(elsewhere)).toEqual([]);
  expect((await led.state()).lead?.agency).toBe(OTHER);
  expect((await led.state()).terms['answerBy']).toMatchObject({ lastDay: before!.lastDay, from: before!.from });
  expect((await led.state()).officer).toBeNull();
  expect((await coordinated.state()).coordinating).toEqual([{ agency: OTHER, agrees: null }]);
  await expect(led.act(head, 'assign')).rejects.toThrow('forbidden');
  await led.act(headOf(OTHER), 'assign');
  await led.act(officerOf(OTHER), 'propose');

  const people = await db.select({ role: accounts.role }).from(accounts).where(eq(accounts.agency, OTHER));
  expect(people.map(({ role }) => role).sort()).toEqual(['agency_lead', 'agency_officer']);
  const acts = await db.select().from(adminEvents);
  expect(acts).toMatchObject([{ act: 'accounts.move', subject: `agency/${LEAD}`, document }]);
  for (const aCase of [led, coordinated, elsewhere]) aCase.staysOpen();
});

test('a chain of decisions is carried out in its order, also when the service comes late', async () => {
  await cases.startAt(at('2027-03-01 08:00'));
  await found('first', 'second', 'third');
  const aCase = await cases.submit();
  await aCase.act(reception, 'forward', { input: { lead: { agency: 'first', needsApproval: true } } });
  await decide({ kind: 'merge', from: ['second'], to: 'third', effectiveOn: '2027-02-26' });
  await decide({ kind: 'merge', from: ['first'], to: 'second', effectiveOn: '2027-02-25' });
  const { reforms, ended } = await reformsBeside(aCase);
  await reforms.takeUp();
  await ended();
  const changes = (await aCase.events()).flatMap((event) => (event.type === 'agencyChanged' ? [event.data] : []));
  expect(changes.map(({ from, to }) => [from, to.agency])).toEqual([
    ['first', 'second'],
    ['second', 'third'],
  ]);
  aCase.staysOpen();
});

test('a change of the approval on the day on which the agency ends holds nothing up', async () => {
  await cases.startAt(at('2027-03-01 08:00'));
  await found('seventh', 'eighth');
  const aCase = await cases.submit();
  await aCase.act(reception, 'forward', { input: { lead: { agency: 'seventh', needsApproval: true } } });
  const entered = { document, createdAt: await cases.now(), createdBy: 'administrator' };
  const approval = { reform: null, effectiveOn: '2027-02-26', from: ['seventh'], successor: 'seventh', ...entered };
  await addReform(cases.database.db, approval);
  await decide({ kind: 'merge', from: ['seventh'], to: 'eighth', effectiveOn: '2027-02-26' });
  const { reforms, ended } = await reformsBeside(aCase);
  await reforms.takeUp();
  await ended();
  expect((await aCase.state()).lead?.agency).toBe('eighth');
  expect(await inherited(aCase)).toHaveLength(1);
  aCase.staysOpen();
});

test('S8: the successor of a reform that is entered late takes the cases as it stands today', async () => {
  await cases.startAt(at('2025-12-01 08:00'));
  await found('ninth', 'tenth');
  const aCase = await cases.submit();
  await aCase.act(reception, 'forward', { input: { lead: { agency: 'ninth', needsApproval: false } } });
  const entered = { document, createdAt: await cases.now(), createdBy: 'administrator' };
  const facts = { needsApproval: false };
  await addVersions(cases.database.db, [
    { register: 'agency', code: 'tenth', effectiveFrom: '2025-11-25', facts, ...entered },
  ]);
  await decide({ kind: 'merge', from: ['ninth'], to: 'tenth', effectiveOn: '2025-11-20' });
  const { reforms, ended } = await reformsBeside(aCase);
  await reforms.takeUp();
  await ended();
  expect((await aCase.state()).lead).toEqual({ agency: 'tenth', needsApproval: false });
  aCase.staysOpen();
});

test('S8: a unit that goes on after a split keeps what it is given afterwards; one that has ended keeps nothing', async () => {
  await cases.startAt(at('2027-03-01 08:00'));
  await found('dividing', 'divided', 'ending', 'taking');
  const forwardedTo = async (agency: string) => {
    const aCase = await cases.submit();
    await aCase.act(reception, 'forward', { input: { lead: { agency, needsApproval: true } } });
    return aCase;
  };
  const [before, beforeEnd] = [await forwardedTo('dividing'), await forwardedTo('ending')];
  await decide({
    kind: 'split',
    from: 'dividing',
    to: ['dividing', 'divided'],
    takesOpenCases: 'divided',
    effectiveOn: '2027-02-26',
  });
  await decide({ kind: 'merge', from: ['ending'], to: 'taking', effectiveOn: '2027-02-26' });
  const { reforms, ended } = await reformsBeside(before);
  await reforms.takeUp();
  await eventually(
    () => nextReform(cases.database.db),
    (next) => next === undefined
  );
  const [after, afterEnd] = [await forwardedTo('dividing'), await forwardedTo('ending')];
  await ended();
  const leads = await Promise.all(
    [before, after, beforeEnd, afterEnd].map(async (aCase) => (await aCase.state()).lead?.agency)
  );
  expect(leads).toEqual(['divided', 'dividing', 'taking', 'taking']);
  for (const aCase of [before, after, beforeEnd, afterEnd]) aCase.staysOpen();
});

test('R5: a case that had no workflow when a reform was carried out hears of it when it goes on from its record', async () => {
  await cases.startAt(at('2027-03-01 08:00'));
  await found('fourth', 'fifth', 'sixth');
  const aCase = await cases.submit();
  await aCase.act(reception, 'forward', { input: { lead: { agency: 'fourth', needsApproval: true } } });
  const { reforms, ended } = await reformsBeside(aCase);
  const { temporal, taskQueue, clock } = cases;
  const carried = { state: await aCase.state(), keys: [] };
  await temporal.workflow.getHandle(caseWorkflowId(aCase.code)).terminate();
  await decide({ kind: 'merge', from: ['fourth'], to: 'fifth', effectiveOn: '2027-02-25' });
  await decide({ kind: 'merge', from: ['fifth'], to: 'sixth', effectiveOn: '2027-02-26' });
  await reforms.takeUp();
  await ended();
  await temporal.workflow.start('caseWorkflow', {
    workflowId: caseWorkflowId(aCase.code),
    taskQueue,
    args: [{ code: aCase.code, law, clock, carried, takenUp: true }],
  });
  const steps = createStartAgain({ db: cases.database.db, now: () => toInstant(Date.now()) });
  const owed = () => steps.deliverOwed({ code: aCase.code, clock });
  await new MockActivityEnvironment({ taskQueue }, { client: temporal }).run(owed);
  await eventually(
    () => aCase.state(),
    ({ lead }) => lead?.agency === 'sixth'
  );
  expect(await inherited(aCase)).toHaveLength(2);
  aCase.staysOpen();
});
