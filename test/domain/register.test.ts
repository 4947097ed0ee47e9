import fc from 'fast-check';
import { entriesOn, entryOn, factsOn, periodsOf, type Version } from '../../domain/register';
import { toDate, toDayNumber } from '../../domain/time';

interface Facts {
  readonly name: string;
  readonly tall: boolean;
}

let seq = 0;
const version = (effectiveFrom: string, facts: Version<Facts>['facts'], code = 'a'): Version<Facts> => ({
  code,
  seq: ++seq,
  effectiveFrom,
  facts,
});

describe('a register of versions', () => {
  const life = [
    version('2020-01-01', { name: 'First', tall: true }),
    version('2025-07-01', { name: 'Second' }),
    version('2026-12-01', { ended: true }),
  ];

  test('each day has the name that it had, and the other facts as they were left', () => {
    expect(entryOn(life, 'a', '2025-06-30')?.facts).toMatchObject({ name: 'First', tall: true });
    expect(entryOn(life, 'a', '2025-07-01')?.facts).toMatchObject({ name: 'Second', tall: true });
  });

  test('an entry exists from its first day through the day before its end', () => {
    expect(entryOn(life, 'a', '2019-12-31')).toBeNull();
    expect(entryOn(life, 'a', '2026-11-30')).toMatchObject({ validFrom: '2020-01-01', validThrough: '2026-11-30' });
    expect(entryOn(life, 'a', '2026-12-01')).toBeNull();
  });

  test('a change that was entered before another for a later day leaves the later one in place', () => {
    const late = [...life, version('2024-01-01', { tall: false })];
    expect(entryOn(late, 'a', '2025-08-01')?.facts).toMatchObject({ name: 'Second', tall: false });
  });

  test('of two versions for one day the later one holds', () => {
    const twice = [...life, version('2025-07-01', { name: 'Third' })];
    expect(periodsOf(twice, 'a').map(({ from, through, facts }) => [from, through, facts.name])).toEqual([
      ['2020-01-01', '2025-06-30', 'First'],
      ['2025-07-01', '2026-11-30', 'Third'],
      ['2026-12-01', null, 'Third'],
    ]);
  });

  test('an entry that was taken up again has the life of its latest stretch', () => {
    const again = [...life, version('2027-01-04', { ended: false })];
    expect(entryOn(again, 'a', '2027-02-01')).toMatchObject({ validFrom: '2027-01-04', validThrough: null });
  });

  test('S8: what is young has its first name before its first day, and what has ended its last one', () => {
    const named = (day: string, code = 'a') => factsOn(life, code, day)?.name;
    expect(['2019-12-31', '2025-06-30', '2025-07-01', '2026-12-01'].map((day) => named(day))).toEqual([
      'First',
      'First',
      'Second',
      'Second',
    ]);
    expect(named('2025-07-01', 'unknown')).toBeUndefined();
  });

  test('whatever the versions, the periods of an entry follow each other without a gap', () => {
    const day = fc.integer({ min: toDayNumber('2020-01-01'), max: toDayNumber('2030-01-01') }).map(toDate);
    const facts = fc.record({ name: fc.string(), ended: fc.boolean() }, { requiredKeys: [], noNullPrototype: true });
    fc.assert(
      fc.property(fc.array(fc.tuple(day, facts), { minLength: 1 }), day, (given, asked) => {
        const versions = given.map(([from, changed]) => version(from, changed));
        const periods = periodsOf(versions, 'a');
        periods.slice(1).forEach(({ from }, index) => {
          expect(toDayNumber(from)).toBe(toDayNumber(periods[index]!.through!) + 1);
        });
        expect(periods.at(-1)?.through).toBeNull();
        const covering = periods.find(({ from, through }) => from <= asked && (through === null || asked <= through));
        expect(entriesOn(versions, asked)).toHaveLength(covering?.facts.ended === false ? 1 : 0);
      })
    );
  });
});
