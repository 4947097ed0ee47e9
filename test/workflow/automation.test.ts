import { asc } from 'drizzle-orm';
import { addSubscriber } from '../../db/subscribers';
import { deliveries } from '../../db/schema/subscribers';
import { useCases } from '../support/caseRig';
import { at } from '../support/law';
import { officer, reception, submitter } from '../support/people';

/** What is queued is looked at where it lies: sending it is not skipped over like time is. */
const cases = useCases({
  activities: (real) => ({ ...real, tellSubscriber: () => Promise.resolve({ millis: null, held: false }) }),
});

test('R8.2: escalation automation is told of a lapsed answer and of each period in which nobody reported progress, and of no other', async () => {
  const { db } = cases.database;
  await cases.startAt(at('2026-10-05 09:00'));
  await addSubscriber(db, {
    id: 'wh_automation',
    name: 'Escalation automation',
    url: 'http://127.0.0.1:1',
    mapping: 'events',
    types: ['case.overdue', 'case.progress_missed', 'case.escalated'],
    agencies: [],
    withCode: true,
    pseudonymKey: 'any',
    enabled: true,
    createdAt: new Date(),
    createdBy: 'administrator',
  });
  const aCase = await cases.submit();
  await aCase.act(reception, 'forward');
  await cases.sleepUntil(at('2026-11-11 09:00'));
  await aCase.act(officer, 'reportProgress');
  await cases.sleepUntil(at('2026-11-18 09:00'));
  await aCase.act(submitter, 'withdraw');
  const queued = await db
    .select({ type: deliveries.type, news: deliveries.news })
    .from(deliveries)
    .orderBy(asc(deliveries.id));
  expect(queued.map(({ type, news }) => [type, news?.term, news?.overdue])).toEqual([
    ['case.overdue', 'answerBy', true],
    ['case.progress_missed', 'progressDue', true],
    ['case.progress_missed', 'progressDue', true],
  ]);
});
