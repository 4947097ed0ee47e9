import { accountsAfter, handoverOf, type AgencyReform, type AgencyVersion } from '../../domain/agencies';
import { faultsOfFounding, faultsOfReform, type PendingHandover } from '../../domain/agencyFaults';
import { effectsOf } from '../../domain/effects';
import { OFFICE, type Actor } from '../../domain/roles';
import { paperCase, type PaperCase } from '../support/paperCase';
import { head, headOf, LEAD, officer, officerOf, OTHER, reception } from '../support/people';

const today = '2026-11-24';
let seq = 0;
const version = (code: string, effectiveFrom: string, facts: AgencyVersion['facts']): AgencyVersion => ({
  code,
  effectiveFrom,
  facts,
  seq: ++seq,
});
const unit = (code: string, from = '2018-01-01') =>
  version(code, from, { name: `Sở ${code}`, nameEn: code, needsApproval: true, successor: null });
const ended = (code: string, from: string, successor: string) => version(code, from, { ended: true, successor });

const known = [unit(OFFICE), unit('a'), unit('b'), unit('c'), unit('late', '2027-01-01')];
const codes = (reform: AgencyReform, register = known, pending: readonly PendingHandover[] = []) =>
  faultsOfReform(reform, register, pending, today).map(({ path, code }) => `${path} ${code}`);
const merge = (from: string[], to: string, effectiveOn = '2026-12-01'): AgencyReform => ({
  kind: 'merge',
  from,
  to,
  effectiveOn,
});

describe('reforms of agencies', () => {
  test('S8: a merger of agencies that exist has no fault', () => {
    expect(codes(merge(['a', 'b'], 'c'))).toEqual([]);
  });

  test('an agency that is unknown, not yet there or ended already is named', () => {
    const register = [...known, ended('b', '2026-06-01', 'c')];
    expect(codes(merge(['a', 'nowhere', 'b'], 'late'), register)).toEqual([
      '/from/1 unknown',
      '/from/2 ended',
      '/to notYet',
    ]);
  });

  test('an agency cannot go over into itself, nor be named twice', () => {
    expect(codes(merge(['a', 'a'], 'a'))).toEqual(['/from/1 repeated', '/to repeated']);
  });

  test('a reform takes effect at most 30 days back', () => {
    expect(codes(merge(['a'], 'b', '2026-10-25'))).toEqual([]);
    expect(codes(merge(['a'], 'b', '2026-10-24'))).toEqual(['/effectiveOn tooFarBack']);
    expect(codes(merge(['a'], 'b', '2046-10-24'))).toEqual(['/effectiveOn tooFarAhead']);
  });

  test('who takes over by a reform that is entered late must still exist today', () => {
    const register = [...known, ended('b', '2026-11-22', 'c')];
    const early = '2026-11-20';
    expect(codes(merge(['a'], 'b', early), register)).toEqual(['/to ended']);
    expect(codes({ kind: 'dissolve', from: 'a', to: 'b', effectiveOn: early }, register)).toEqual(['/to ended']);
    const split = (takesOpenCases: string) =>
      codes({ kind: 'split', from: 'a', to: ['b', 'c'], takesOpenCases, effectiveOn: early }, register);
    expect(split('b')).toEqual(['/to/0 ended']);
    expect(split('c')).toEqual([]);
    expect(codes(merge(['a'], 'b', '2026-11-22'), register)).toEqual(['/to ended']);
    expect(codes(merge(['a'], 'c', early), register)).toEqual([]);
  });

  test('an agency ends once', () => {
    expect(codes(merge(['a'], 'c'), [...known, ended('a', '2027-03-01', 'b')])).toEqual(['/from/0 endsAlready']);
  });

  test('a successor that ends on the same day is none', () => {
    expect(codes(merge(['a'], 'b'), [...known, ended('b', '2026-12-01', 'c')])).toEqual(['/to ended']);
  });

  test('a successor that ends later passes on in its turn', () => {
    expect(codes(merge(['a'], 'b'), [...known, ended('b', '2027-01-01', 'c')])).toEqual([]);
  });

  test('no circle: an agency cannot go over into one that is to go over into it', () => {
    const register = [...known, ended('a', '2026-12-01', 'b')];
    expect(codes(merge(['b'], 'a', '2026-11-30'), register)).toEqual(['/from/0 circle']);
    expect(codes(merge(['b'], 'c', '2026-11-30'), register)).toEqual(['/from/0 awaited']);
    expect(codes(merge(['b'], 'c', '2026-12-02'), register)).toEqual([]);
  });

  test('an agency that is to take the cases of one that goes on must exist then', () => {
    const split = { from: ['a'], successor: 'b', effectiveOn: '2027-01-01' };
    expect(codes(merge(['b'], 'c', '2026-12-01'), known, [split])).toEqual(['/from/0 awaited']);
    expect(codes(merge(['b'], 'a', '2027-01-01'), known, [split])).toEqual(['/from/0 circle']);
    expect(codes(merge(['b'], 'c', '2027-01-02'), known, [split])).toEqual([]);
    expect(codes(merge(['a'], 'c', '2026-12-01'), known, [split])).toEqual([]);
  });

  test('a change of its approval keeps no agency from ending', () => {
    expect(codes(merge(['b'], 'c'), known, [{ from: ['b'], successor: 'b', effectiveOn: '2026-12-01' }])).toEqual([]);
  });

  test('the Office cannot end, but may be renamed', () => {
    expect(codes({ kind: 'dissolve', from: OFFICE, to: 'a', effectiveOn: today })).toEqual(['/from office']);
    const renamed = { kind: 'rename', from: OFFICE, name: 'Văn phòng', nameEn: 'Office', effectiveOn: today } as const;
    expect(codes(renamed)).toEqual([]);
  });

  test('a rename changes the name, to one that nobody else bears', () => {
    const rename = (name: string): AgencyReform => ({
      kind: 'rename',
      from: 'a',
      name,
      nameEn: 'a',
      effectiveOn: today,
    });
    expect(codes(rename('Sở a'))).toEqual(['/name unchanged']);
    expect(codes(rename('Sở b'))).toEqual(['/name taken']);
    expect(codes(rename('Sở Mới'))).toEqual([]);
  });

  test('a split names the unit that takes the open cases, among those that come out of it', () => {
    const split = (to: string[], takesOpenCases: string): AgencyReform => ({
      kind: 'split',
      from: 'a',
      to,
      takesOpenCases,
      effectiveOn: today,
    });
    expect(codes(split(['b', 'c'], 'b'))).toEqual([]);
    expect(codes(split(['b', 'b'], 'c'))).toEqual(['/to/1 repeated', '/takesOpenCases notAmongSuccessors']);
    expect(handoverOf(split(['b', 'c'], 'c'))).toEqual({ from: ['a'], to: 'c' });
    expect(handoverOf(split(['a', 'c'], 'c'))).toEqual({ from: ['a'], to: 'c' });
    expect(handoverOf(split(['a', 'c'], 'a'))).toBeNull();
  });

  test('the Office takes the open cases of an agency that is dissolved without a successor', () => {
    expect(handoverOf({ kind: 'dissolve', from: 'a', to: null, effectiveOn: today })).toEqual({
      from: ['a'],
      to: OFFICE,
    });
  });

  test('S8: people go where their unit goes: on, over to its successor, or nowhere', () => {
    const effectiveOn = today;
    const split = { kind: 'split', from: 'a', takesOpenCases: 'c', effectiveOn } as const;
    expect(accountsAfter(merge(['a', 'b'], 'c'))).toEqual({ of: ['a', 'b'], fate: 'move' });
    expect(accountsAfter({ ...split, to: ['b', 'c'] })).toEqual({ of: ['a'], fate: 'move' });
    expect(accountsAfter({ ...split, to: ['a', 'c'] })).toEqual({ of: [], fate: 'stay' });
    expect(accountsAfter({ kind: 'dissolve', from: 'a', to: 'b', effectiveOn })).toEqual({ of: ['a'], fate: 'end' });
    expect(accountsAfter({ kind: 'rename', from: 'a', name: 'Sở Mới', nameEn: 'New', effectiveOn })).toEqual({
      of: [],
      fate: 'stay',
    });
  });

  test('a new agency has an id and a name of its own', () => {
    const found = (id: string, name: string) => faultsOfFounding(id, name, today, known, today).map(({ code }) => code);
    expect(found('new', 'Sở Mới')).toEqual([]);
    expect(found('a', 'Sở b')).toEqual(['taken', 'taken']);
    expect(found('changes', 'Sở Mới')).toEqual(['taken']);
  });
});

describe('S8: what a reform is to an open case', () => {
  const handled = () => {
    const aCase = paperCase('2026-10-05 09:00');
    aCase.act('2026-10-05 10:00', reception, 'accept');
    aCase.act('2026-10-05 10:00', reception, 'forward');
    aCase.act('2026-10-06 09:00', head, 'assign', { officer: officer.id });
    return aCase;
  };
  const moved: Actor = { ...officer, agency: OTHER };
  const merger = { from: LEAD, to: { agency: OTHER, needsApproval: true }, document: '12/QĐ-UBND', reform: 1 };

  test("the stale form of the old agency's officer is refused until the new head assigns the case", () => {
    const aCase = handled();
    aCase.changeAgency('2026-10-12 00:00', merger);
    expect(aCase.refusal('2026-10-12 09:00', moved, 'propose')).toMatchObject({
      reason: 'notAssigned',
      status: 'processing',
    });
    expect(aCase.refusal('2026-10-12 09:00', moved, 'propose')?.allowed).not.toContain('propose');
    expect(aCase.refusal('2026-10-12 09:00', officerOf(OTHER), 'propose')).toBeNull();
    aCase.act('2026-10-12 10:00', headOf(OTHER), 'assign', { officer: moved.id });
    expect(aCase.refusal('2026-10-12 10:00', moved, 'propose')).toBeNull();
  });

  test('who handled it last is remembered over two reforms', () => {
    const aCase = handled();
    aCase.changeAgency('2026-10-12 00:00', merger);
    aCase.changeAgency('2026-10-13 00:00', { ...merger, from: OTHER, to: { agency: 'health', needsApproval: true } });
    expect(aCase.refusal('2026-10-13 09:00', { ...officer, agency: 'health' }, 'conclude')?.reason).toBe('notAssigned');
  });

  test('the same reform again changes nothing', () => {
    const aCase = handled();
    aCase.changeAgency('2026-10-12 00:00', merger);
    const { length } = aCase.events;
    aCase.changeAgency('2026-10-12 00:00', merger);
    expect(aCase.events).toHaveLength(length);
  });

  test('a change of the approval that answers need reaches open cases, and tells nobody', () => {
    const aCase = handled();
    const approval = { ...merger, to: { agency: LEAD, needsApproval: false } };
    expect(aCase.refusal('2026-10-12 09:00', officer, 'answer')?.reason).toBe('needsApproval');
    aCase.changeAgency('2026-10-12 09:00', approval);
    expect(aCase.refusal('2026-10-12 09:00', officer, 'answer')).toBeNull();
    expect(aCase.state.officer).not.toBeNull();
    expect(effectsOf(aCase.latest)).toEqual([]);
    const { length } = aCase.events;
    aCase.changeAgency('2026-10-12 10:00', approval);
    expect(aCase.events).toHaveLength(length);
  });

  describe('who is told of it', () => {
    const toldOf = (aCase: PaperCase) => effectsOf(aCase.latest).map(({ to, template }) => [to.kind, template]);
    const unit = ['unit', 'case_inherited'];

    test('R1.3: the submitter who waits for an answer, and the unit that owes it now', () => {
      const aCase = handled();
      aCase.changeAgency('2026-10-12 00:00', merger);
      expect(toldOf(aCase)).toEqual([['submitter', 'case_inherited'], unit]);
    });

    test('the unit alone where another agency leads on, or nobody waits for an answer', () => {
      const coordinated = paperCase('2026-10-05 09:00');
      coordinated.act('2026-10-05 10:00', reception, 'forward', { coordinating: ['health'] });
      coordinated.changeAgency('2026-10-12 00:00', { ...merger, from: 'health' });
      const answered = handled();
      answered.act('2026-10-09 09:00', head, 'answer');
      answered.changeAgency('2026-10-12 00:00', merger);
      expect([coordinated, answered].map(toldOf)).toEqual([[unit], [unit]]);
    });
  });

  test('a case that the Office got from a dissolved agency can be forwarded anew', () => {
    const aCase = handled();
    aCase.changeAgency('2026-10-12 00:00', { ...merger, to: { agency: OFFICE, needsApproval: true } });
    aCase.act('2026-10-12 09:00', reception, 'decline');
    expect(aCase.refusal('2026-10-12 09:00', reception, 'forward')).toBeNull();
  });
});
