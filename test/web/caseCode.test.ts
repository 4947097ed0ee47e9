import { newCaseCode } from '../../api/caseCode';
import { toInstant } from '../../domain/time';
import { caseCodeOf } from '../../web/citizen/caseCode';

const code = 'PAKN-2611-7K3M-9QX0-2F1A';

test.each([
  ['lower case', 'pakn-2611-7k3m-9qx0-2f1a'],
  ['no signs between the groups', 'PAKN26117K3M9QX02F1A'],
  ['spaces, dashes and dots', ' PAKN 2611–7K3M.9QX0 - 2F1A '],
  ['letters that look like digits', 'PAKN-26I1-7K3M-9QXO-2FlA'],
])('R4: a code is found with %s', (_manner, typed) => {
  expect(caseCodeOf(typed)).toBe(code);
});

test.each(['PAKN', 'OI', 'L0I1O2L3'])('R4: a code with the prefix %s stays as it was given out', (prefix) => {
  const given = newCaseCode(prefix, toInstant(Date.UTC(2026, 10, 30)));
  expect(caseCodeOf(given)).toBe(given);
});

test.each([
  ['', ''],
  [' khong-phai-ma ', 'KHONG-PHAI-MA'],
  ['2611-7K3M-9QX0-2F1A', '2611-7K3M-9QX0-2F1A'],
])('R4: what is no code is looked up as it was typed: "%s"', (typed, asked) => {
  expect(caseCodeOf(typed)).toBe(asked);
});
