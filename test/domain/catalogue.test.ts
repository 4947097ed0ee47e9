import {
  faultsOfEntry,
  faultsOfEntryPatch,
  versionsOfEntryPatch,
  type CatalogueFacts,
  type EntryPatch,
} from '../../domain/catalogue';
import { entryOn, type Version } from '../../domain/register';

const today = '2026-11-24';
let seq = 0;
const version = (code: string, effectiveFrom: string, facts: Version<CatalogueFacts>['facts']) => ({
  code,
  effectiveFrom,
  facts,
  seq: ++seq,
});
const entry = (code: string) => version(code, '2008-03-01', { label: code, labelEn: code, basis: 'Luật', position: 1 });
const list = [entry('first'), entry('second')];
const ended = [...list, version('second', '2026-12-01', { ended: true })];
const patch = (given: Partial<EntryPatch>): EntryPatch => ({ facts: {}, effectiveFrom: today, ...given });
const faults = (given: Partial<EntryPatch>, known = list) =>
  faultsOfEntryPatch(known, 'second', patch(given), today).map(({ path, code }) => `${path} ${code}`);
const after = (given: Partial<EntryPatch>, known: Version<CatalogueFacts>[]) => [
  ...known,
  ...versionsOfEntryPatch(known, 'second', patch(given)).map(({ effectiveFrom, facts }) =>
    version('second', effectiveFrom, facts)
  ),
];

describe('R2: lists that an administrator extends', () => {
  test('a code is used once, and nothing is offered in the past', () => {
    expect(faultsOfEntry(list, 'second', '2026-11-23', today).map(({ code }) => code)).toEqual(['taken', 'past']);
    expect(faultsOfEntry(list, 'third', today, today)).toEqual([]);
  });

  test('an entry is renamed from a day on, and stays what it was before', () => {
    const known = after({ facts: { label: 'new' }, effectiveFrom: '2026-12-01' }, list);
    expect(entryOn(known, 'second', '2026-11-30')?.facts.label).toBe('second');
    expect(entryOn(known, 'second', '2026-12-01')?.facts.label).toBe('new');
    expect(faults({ facts: { label: 'new' }, effectiveFrom: '2026-11-23' })).toEqual(['/effectiveFrom past']);
  });

  test('an entry ends after its last day; the end can be taken back while it is to come, or later', () => {
    expect(entryOn(after({ validThrough: '2026-11-30' }, list), 'second', '2026-12-01')).toBeNull();
    expect(entryOn(after({ validThrough: null }, ended), 'second', '2026-12-01')).not.toBeNull();
    const revived = after({ validThrough: null, effectiveFrom: '2027-01-04' }, ended);
    expect(entryOn(revived, 'second', '2026-12-31')).toBeNull();
    expect(entryOn(revived, 'second', '2027-01-04')).not.toBeNull();
  });

  test('what cannot be ended or taken back is named', () => {
    expect(faults({ validThrough: '2026-11-23' })).toEqual(['/validThrough past']);
    expect(faults({ validThrough: null })).toEqual(['/validThrough noEnd']);
    expect(faults({ facts: { label: 'new' }, effectiveFrom: '2026-12-05' }, ended)).toEqual(['/effectiveFrom ended']);
    const last = [...list, version('first', '2026-12-01', { ended: true })];
    expect(faults({ validThrough: '2026-12-31' }, last)).toEqual(['/validThrough lastEntry']);
  });
});
