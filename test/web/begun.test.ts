import { begunIn, isSuperseded } from '../../web/shared/forms/begun';
import { isSameStill } from '../../web/shared/forms/intents';
import { isOfCases } from '../../web/shared/forms/casePaths';

const begun = { initial: { text: 'Bản một.' }, values: { text: 'Bản một, đã sửa.' }, seq: 5 };

test('R10.3: what was begun on a text that was put up anew since does not stand in for the newer one', () => {
  expect(isSuperseded(begun, { text: 'Bản hai.' })).toBe(true);
  expect(isSuperseded(begun, { text: 'Bản một.' })).toBe(false);
});

test('what is in store of a form is taken up only where it tells on what it rests', () => {
  expect(begunIn(JSON.parse(JSON.stringify(begun)))).toEqual(begun);
  expect(begunIn({ text: 'Của bản trước.' })).toBeNull();
  expect(begunIn(null)).toBeNull();
});

describe('R8.2: what is asked again is the same as long as it is meant as the same', () => {
  const HOUR = 3_600_000;
  const kept = { body: '{"text":"Đang xác minh."}', key: 'k', at: 1_000 };

  test('soon after, in the same words', () => {
    expect(isSameStill(kept, kept.body, kept.at + HOUR - 1, HOUR)).toBe(true);
  });

  test('not in other words, nor when the next progress is due', () => {
    expect(isSameStill(kept, '{"text":"Đã xong."}', kept.at + 1, HOUR)).toBe(false);
    expect(isSameStill(kept, kept.body, kept.at + HOUR, HOUR)).toBe(false);
  });

  test('a submission however late: its draft waits as long', () => {
    expect(isSameStill(kept, kept.body, kept.at + 1_000 * HOUR, Infinity)).toBe(true);
  });
});

test('R10.3: what counts cases is read anew with the cases', () => {
  for (const path of ['/v1/cases/{code}', '/v1/inbox', '/v1/reports/overview', '/v1/notice-tasks'])
    expect(isOfCases(path)).toBe(true);
  expect(isOfCases('/v1/agencies')).toBe(false);
});
