import { randomUUID } from 'node:crypto';
import { asc, eq } from 'drizzle-orm';
import type { Activities } from '../../activities';
import type { Entered } from '../../domain/entered';
import { countedNow } from '../../db/gauges';
import { noticesOf } from '../../db/notices';
import { recordEvents } from '../../db/record';
import { cases as caseRows, notices } from '../../db/schema';
import { recordedLately, tellIfInterrupted } from '../../recovery/interrupted';
import { useCases } from '../support/caseRig';
import { decided } from '../support/decided';
import { eventually } from '../support/eventually';
import { at } from '../support/law';
import { head, LEAD, reception, submitter } from '../support/people';
import { caseWorkflowId } from '../../workflows/messages';
import type { TestCase } from '../support/testCase';
import { brief } from '../support/timeline';

/** How often the next records are written and yet reported as failed. */
let lostAnswers = 0;
/** What another try of the same task, which was lost, had written before the next record comes. */
let lostTry = null as ((entered: Entered) => Entered) | null;

const cases = useCases({
  activities: (real: Activities) => ({
    ...real,
    record: async (batch) => {
      const lost = lostTry?.(batch);
      lostTry = null;
      if (lost !== undefined) await real.record(lost);
      const written = await real.record(batch);
      if (lostAnswers > 0) {
        lostAnswers--;
        throw new Error('the connection broke after the commit');
      }
      return written;
    },
  }),
});

const typesOf = async (aCase: TestCase) => (await aCase.events()).map(({ type }) => type);

test('R5: a record whose answer was lost after the commit stands once, with its notices', async () => {
  await cases.startAt(at('2026-10-05 09:00'));
  const aCase = await cases.submit();
  lostAnswers = 2;
  await aCase.act(reception, 'forward');
  await aCase.act(submitter, 'withdraw');
  expect(await typesOf(aCase)).toEqual(['submit', 'forward', 'withdraw']);
  const told = await cases.database.db
    .select({ seq: notices.seq, template: notices.template })
    .from(notices)
    .where(eq(notices.caseCode, aCase.code))
    .orderBy(asc(notices.seq), asc(notices.ordinal));
  expect(told.filter(({ seq }) => seq === 2).map(({ template }) => template)).toEqual(['forwarded', 'case_arrived']);
});

test('R5: an act whose task was lost after it was written stands once, as it was written', async () => {
  await cases.startAt(at('2026-10-05 09:00'));
  const aCase = await cases.submit();
  lostTry = ({ events, ...batch }) => ({
    ...batch,
    events: events.map((event) => ({ ...event, recordedAt: at('2026-10-05 09:30') })),
  });
  const key = randomUUID();
  expect(await aCase.act(reception, 'forward', { key })).toEqual({ seq: 2 });
  expect(await aCase.act(reception, 'forward', { key })).toEqual({ seq: 2 });
  const [, forward, ...others] = await aCase.events();
  expect([forward?.recordedAt, others]).toEqual([at('2026-10-05 09:30'), []]);
  await aCase.act(submitter, 'withdraw');
});

test('R5: an act is decided anew where the record holds another one, and refused if that leaves no room for it', async () => {
  await cases.startAt(at('2026-10-05 09:00'));
  const aCase = await cases.submit();
  const withdrawal = await decided(aCase, await cases.now(), { action: 'withdraw', by: submitter });
  lostTry = (batch) => ({ ...batch, ...withdrawal });
  await expect(aCase.act(reception, 'forward')).rejects.toMatchObject({
    refusal: { reason: 'notFromThisStatus', status: 'withdrawn' },
  });
  expect(await typesOf(aCase)).toEqual(['submit', 'withdraw']);
});

test('R5: a case that does not know what it had written is told to look, and goes on by it', async () => {
  await cases.startAt(at('2026-10-05 10:00'));
  const aCase = await cases.submit();
  const asked = await decided(aCase, await cases.now(), { action: 'requestInfo', by: reception });
  await recordEvents(cases.database.db, asked, () => Promise.resolve());
  expect((await aCase.state()).status).toBe('received');
  expect(await recordedLately(cases.database.db, null)).toContain(aCase.code);
  expect(await tellIfInterrupted(cases.database.db, cases.client, aCase.code)).toBe(true);
  await eventually(
    () => aCase.state(),
    ({ status }) => status === 'awaiting_info'
  );
  expect(await tellIfInterrupted(cases.database.db, cases.client, aCase.code)).toBe(false);
  await cases.sleepUntil(at('2026-10-13 09:00'));
  expect(await typesOf(aCase)).toEqual(['submit', 'requestInfo', 'alarm']);
  expect(await aCase.act(reception, 'requestInfo', { key: asked.key! })).toEqual({ seq: 3 });
  await aCase.act(submitter, 'withdraw');
});

test('R5: one that the record has ended, and that does not know, looks and ends', async () => {
  await cases.startAt(at('2027-01-04 10:00'));
  const aCase = await cases.submit();
  const withdrawal = await decided(aCase, await cases.now(), { action: 'withdraw', by: submitter });
  await recordEvents(cases.database.db, withdrawal, () => Promise.resolve());
  expect(await recordedLately(cases.database.db, null)).toContain(aCase.code);
  expect(await tellIfInterrupted(cases.database.db, cases.client, aCase.code)).toBe(true);
  await cases.temporal.workflow.getHandle(caseWorkflowId(aCase.code)).result();
  expect(await tellIfInterrupted(cases.database.db, cases.client, aCase.code)).toBe(false);
});

test('R10.1: of what is recorded at one time each event tells people of the case as it left it', async () => {
  await cases.startAt(at('2026-10-05 09:00'));
  const aCase = await cases.submit();
  const { events } = await decided(aCase, at('2026-10-27 09:00'), { action: 'forward', by: reception });
  lostTry = (batch) => ({ ...batch, events });
  await aCase.act(reception, 'forward');
  const told = await noticesOf(cases.database.db, aCase.code);
  expect(
    events.map((event) => [
      brief(event),
      told.filter(({ seq }) => seq === event.seq).map(({ template, recipient }) => `${template} ${recipient}`),
    ])
  ).toEqual([
    ['2026-10-06 24:00 rejectBy dueSoon 1', ['due_soon office']],
    ['2026-10-07 24:00 rejectBy due', ['overdue office']],
    ['2026-10-07 24:00 routeBy dueSoon 3', ['due_soon office']],
    ['2026-10-11 24:00 routeBy dueSoon 1', ['due_soon office']],
    ['2026-10-12 24:00 routeBy due', ['overdue office']],
    ['2026-10-21 24:00 answerBy dueSoon 3', ['due_soon office']],
    ['2026-10-25 24:00 answerBy dueSoon 1', ['due_soon office']],
    ['2026-10-26 24:00 answerBy due', ['overdue office']],
    ['2026-10-27 09:00 forward', ['forwarded null', `case_arrived ${LEAD}`, `overdue ${LEAD}`]],
  ]);
  await aCase.act(submitter, 'withdraw');
});

test('R10.1: the read model says what the case itself says', async () => {
  await cases.startAt(at('2026-10-05 09:00'));
  const aCase = await cases.submit();
  await aCase.act(reception, 'forward');
  await cases.sleepUntil(at('2026-10-27 09:00'));
  const [row] = await cases.database.db.select().from(caseRows).where(eq(caseRows.code, aCase.code));
  expect(row).toMatchObject({ status: 'forwarded', overdue: true, answerDue: new Date('2026-10-27T00:00+07:00') });
  expect(row?.state).toEqual(await aCase.state());
  expect(row?.state).toEqual(await cases.client.liveState(aCase.code));
  await aCase.act(submitter, 'withdraw');
});

test('R10.2: an alarm that did not ring is counted, also the one that closes a published case', async () => {
  await cases.startAt(at('2026-10-05 09:00'));
  const aCase = await cases.submit();
  await aCase.act(reception, 'forward');
  await aCase.act(head, 'assign');
  await aCase.act(head, 'answer');
  await aCase.act(reception, 'publish');
  const lateAt = async (moment: string) => (await countedNow(cases.database.db, at(moment))).lateAlarms;
  expect(await lateAt('2026-10-26 23:59')).toBe(0);
  expect(await lateAt('2026-10-27 00:10')).toBe(1);
  await cases.sleepUntil(at('2026-10-27 00:10'));
  expect(await lateAt('2026-10-27 00:10')).toBe(0);
});
