import { expect, test } from '@jest/globals';
import { withDays } from '../../api/explaining';
import { presentPage } from '../../api/nextDeadline';
import { yearsOf } from '../../books/calendarBook';
import type { LawBook } from '../../books/lawBook';
import { officialYears } from '../../calendar/official';
import { rowOf } from '../../db/caseRow';
import { firstPolicy } from '../../domain/policy';
import { at } from '../support/law';
import { paperCase, type PaperCase } from '../support/paperCase';
import { head, officer, reception, submitter } from '../support/people';

const years = yearsOf(officialYears.map((days) => ({ version: 1, days, createdAt: '', createdBy: '' })));
const calendar = { latest: () => Promise.resolve(years), ofVersion: () => Promise.resolve(years) };
const lawBook = { calendar, policy: () => Promise.resolve(firstPolicy) } as unknown as LawBook;

/** What the line of a list says, and how many of the days on the case's own page are still to come. */
async function told({ events, state }: PaperCase, now: string) {
  const row = rowOf(
    'TEST-1',
    events.map((event) => ({ event, hash: 'hash' }))
  )!;
  const [line] = await presentPage([row], officer, lawBook, at(now));
  const next = line!.nextDeadline!;
  const shown = await withDays(state.terms, state, lawBook.calendar);
  const { counted } = shown[next.term] as unknown as { counted: string[] };
  return { ...next, ofPage: counted.filter((day) => day >= at(now).slice(0, 10)).length };
}

test('S10: a list counts the days that are left as the page of the case does, also on the day of a reply', async () => {
  const aCase = paperCase('2026-10-05 08:00');
  aCase.act('2026-10-06 08:00', reception, 'forward');
  aCase.act('2026-10-07 08:00', head, 'assign');
  aCase.act('2026-10-08 10:00', officer, 'requestInfo');
  aCase.act('2026-10-13 09:00', submitter, 'supplyInfo');
  const left = { term: 'answerBy', lastDay: '2026-10-29', today: false };
  expect(await told(aCase, '2026-10-13 10:00')).toMatchObject({ ...left, workingDaysLeft: 12, ofPage: 12 });
  expect(await told(aCase, '2026-10-14 10:00')).toMatchObject({ ...left, workingDaysLeft: 12, ofPage: 12 });
  expect(await told(aCase, '2026-10-15 10:00')).toMatchObject({ ...left, workingDaysLeft: 11, ofPage: 11 });
  expect(await told(aCase, '2026-10-29 10:00')).toMatchObject({ workingDaysLeft: 1, ofPage: 1, today: true });
  expect(await told(aCase, '2026-10-30 10:00')).toMatchObject({ workingDaysLeft: -1 });
});
