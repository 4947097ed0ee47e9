import { asc, eq } from 'drizzle-orm';
import type { Activities } from '../../activities';
import { cases as caseRows, notices } from '../../db/schema';
import { useCases } from '../support/caseRig';
import { at } from '../support/law';
import { reception, submitter } from '../support/people';

/** How often the next records are written and yet reported as failed. */
let lostAnswers = 0;

const cases = useCases({
  activities: (real: Activities) => ({
    ...real,
    record: async (...args) => {
      const written = await real.record(...args);
      if (lostAnswers-- > 0) throw new Error('the connection broke after the commit');
      return written;
    },
  }),
});

test('R5: a record whose answer was lost after the commit stands once, with its notices', async () => {
  await cases.startAt(at('2026-10-05 09:00'));
  const aCase = await cases.submit();
  lostAnswers = 2;
  await aCase.act(reception, 'forward');
  await aCase.act(submitter, 'withdraw');
  expect((await aCase.events()).map(({ type }) => type)).toEqual(['submit', 'forward', 'withdraw']);
  const told = await cases.database.db
    .select({ seq: notices.seq, template: notices.template })
    .from(notices)
    .where(eq(notices.caseCode, aCase.code))
    .orderBy(asc(notices.seq), asc(notices.ordinal));
  expect(told.filter(({ seq }) => seq === 2).map(({ template }) => template)).toEqual(['forwarded', 'case_arrived']);
});

test('R10.1: the read model says what the case itself says', async () => {
  await cases.startAt(at('2026-10-05 09:00'));
  const aCase = await cases.submit();
  await aCase.act(reception, 'forward');
  await cases.sleepUntil(at('2026-10-27 09:00'));
  const [row] = await cases.database.db.select().from(caseRows).where(eq(caseRows.code, aCase.code));
  expect(row).toMatchObject({ status: 'forwarded', overdue: true, answerDue: new Date('2026-10-27T00:00+07:00') });
  expect(row?.state).toEqual(await aCase.state());
  await aCase.act(submitter, 'withdraw');
});
