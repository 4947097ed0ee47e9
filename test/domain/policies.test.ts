import { firstPolicy, policyFor, type Policy, type TermName } from '../../domain/policy';
import { faultsOfPolicy } from '../../domain/policyFaults';
import { changedLengths, policyExamples } from '../../domain/policyPreview';
import { law } from '../support/law';
import { paperCase } from '../support/paperCase';
import { reception } from '../support/people';

const today = '2026-10-05';
const given = (changes: Partial<Policy>, lengths: Partial<Record<TermName, number>> = {}): Policy => ({
  ...firstPolicy,
  version: 2,
  effectiveFrom: '2026-10-12',
  ...changes,
  terms: {
    ...firstPolicy.terms,
    ...Object.fromEntries(Object.entries(lengths).map(([name, workingDays]) => [name, { workingDays, basis: 'Luật' }])),
  },
});
const tenDays = given({}, { answerBy: 10 });
const faults = (policy: Policy, existing: readonly Policy[] = [firstPolicy]) =>
  faultsOfPolicy(policy, existing, today).map(({ path, code }) => `${path} ${code}`);

describe('S9 A policy of 10 days from 12 October', () => {
  const onPaper = {
    given: {
      channel: 'paper',
      account: null,
      receivedAt: '2026-10-09T16:50:00.000+07:00',
      receiptReason: 'Văn thư chuyển chậm.',
      receiptEvidence: 'Dấu đến',
    },
    by: reception,
  } as const;
  const lawOn = (day: string) => ({ ...law, policy: policyFor(day, [firstPolicy, tenDays]) });

  test('does not touch what was received on the 9th, whenever it is entered', () => {
    const aCase = paperCase('2026-10-14 09:00', { ...onPaper, law: lawOn('2026-10-09') });
    aCase.wait('2026-10-14 09:00');
    expect(aCase.state.policy).toBe(1);
    expect(aCase.term('answerBy')).toMatchObject({ workingDays: 15, lastDay: '2026-10-30' });
    expect(aCase.term('routeBy').lastDay).toBe('2026-10-16');
    expect(aCase.term('rejectBy')).toMatchObject({ lastDay: '2026-10-13', late: true });
  });

  test('holds for what is received on the 12th', () => {
    const aCase = paperCase('2026-10-12 09:00', { law: lawOn('2026-10-12') });
    expect(aCase.state.policy).toBe(2);
    expect(aCase.term('answerBy')).toMatchObject({ workingDays: 10, lastDay: '2026-10-26' });
  });

  test('the preview compares both on the first working days', () => {
    const [first, second] = policyExamples(tenDays, { calendar: law.calendar, policy: firstPolicy }, 2);
    expect(first).toEqual({
      received: '2026-10-12',
      terms: [
        { term: 'rejectBy', today: '2026-10-14', proposed: '2026-10-14' },
        { term: 'routeBy', today: '2026-10-19', proposed: '2026-10-19' },
        { term: 'answerBy', today: '2026-11-02', proposed: '2026-10-26' },
      ],
    });
    expect(second?.received).toBe('2026-10-13');
    expect(changedLengths(firstPolicy, tenDays)).toEqual([{ term: 'answerBy', today: 15, proposed: 10 }]);
  });
});

describe('faults of a policy', () => {
  test('it takes effect today or later, and after those that exist', () => {
    expect(faults(tenDays)).toEqual([]);
    expect(faults(given({ effectiveFrom: today }))).toEqual([]);
    expect(faults(given({ effectiveFrom: '2026-10-04' }))).toEqual(['/effectiveFrom past']);
    expect(faults(given({ effectiveFrom: '2036-12-31' }))).toEqual(['/effectiveFrom tooFarAhead']);
    expect(faults(given({ effectiveFrom: '2026-10-11', version: 3 }), [firstPolicy, tenDays])).toEqual([
      '/effectiveFrom beforeExisting',
    ]);
  });

  test('a mistake is put right by another version for the same day', () => {
    const again = given({ version: 3 }, { answerBy: 12 });
    expect(faults(again, [firstPolicy, tenDays])).toEqual([]);
    expect(policyFor('2026-10-12', [firstPolicy, tenDays, again]).version).toBe(3);
  });

  test('what lies within the answer term is not longer than it', () => {
    expect(faults(given({ dueSoon: [1] }, { answerBy: 4 }))).toEqual([
      '/terms/routeBy/workingDays longerThanWhole',
      '/terms/opineBy/workingDays longerThanWhole',
    ]);
  });

  test('warnings and reminders fall within their terms, each once', () => {
    expect(faults(given({ dueSoon: [16, 3, 3], infoReminder: 11 }))).toEqual([
      '/dueSoon/0 neverRings',
      '/dueSoon/2 repeated',
      '/infoReminder afterTheEnd',
    ]);
  });
});
