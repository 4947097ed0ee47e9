import { decide } from '../../domain/decide';
import { faultsOfDelegation, mayStandInFor, standIn, type Colleague, type Delegation } from '../../domain/delegation';
import { faultless } from '../support/inputs';
import { at } from '../support/law';
import { paperCase } from '../support/paperCase';
import { head, LEAD, officer, OTHER, reception } from '../support/people';

const today = '2026-11-24';
const colleague = (id: string, given: Partial<Colleague> = {}): Colleague => ({
  id,
  role: 'agency_officer',
  agency: LEAD,
  disabled: false,
  ...given,
});
const absent = colleague(head.id, { role: 'agency_lead' });
const delegate = colleague(officer.id);
const week: Delegation = { absent: head.id, delegate: officer.id, from: '2026-11-24', through: '2026-11-30' };
const faults = (
  given: Partial<Delegation> = {},
  people: { absent?: Colleague | undefined; delegate?: Colleague | undefined } = { absent, delegate },
  others: Delegation[] = []
) =>
  faultsOfDelegation({ ...week, ...given }, people.absent, people.delegate, others, today).map(
    ({ path, code }) => `${path} ${code}`
  );

describe('R10.3: standing in for an absent head', () => {
  test('a colleague of the same agency may, for a time', () => {
    expect(faults()).toEqual([]);
    expect(faults({ from: '2026-11-23' })).toEqual(['/from past']);
    expect(faults({ through: '2026-11-23' })).toEqual(['/through beforeBeginning']);
    expect(faults({ through: '2028-01-01' })).toEqual(['/through tooLong']);
  });

  test('nobody else may, and only for a head', () => {
    expect(faults({}, { absent, delegate: colleague('x', { agency: OTHER }) })).toEqual(['/delegate noColleague']);
    expect(faults({}, { absent, delegate: { ...delegate, disabled: true } })).toEqual(['/delegate noColleague']);
    expect(faults({}, { absent, delegate: undefined })).toEqual(['/delegate noColleague']);
    expect(faults({ delegate: head.id }, { absent, delegate: absent })).toEqual(['/delegate self']);
    expect(faults({}, { absent: colleague(head.id), delegate })).toEqual(['/absent noHead', '/delegate noColleague']);
    expect(mayStandInFor({ ...absent, disabled: true }, delegate)).toBe(false);
  });

  test('one head has one delegate at a time, and no delegate is absent too', () => {
    const other = { ...week, delegate: 'somebody', from: '2026-11-30', through: '2026-12-05' };
    expect(faults({}, undefined, [other])).toEqual(['/from overlaps']);
    expect(faults({}, undefined, [{ ...other, from: '2026-12-01' }])).toEqual([]);
    expect(faults({}, undefined, [{ ...other, absent: officer.id }])).toEqual(['/delegate absentToo']);
  });

  test("S8: a delegate acts with the head's capacity, both on record", () => {
    const aCase = paperCase('2026-10-05 09:00');
    aCase.act('2026-10-05 10:00', reception, 'forward');
    const by = standIn(absent, delegate);
    const command = { action: 'assign', by, at: at('2026-10-06 09:00'), key: '', input: faultless.assign } as const;
    expect(decide(aCase.state, { ...command, by: officer }, aCase.law, command.at)).toMatchObject({ ok: false });
    const decision = decide(aCase.state, command, aCase.law, command.at);
    expect(decision).toMatchObject({
      ok: true,
      events: [{ type: 'assign', by: { id: officer.id, standsInFor: head.id, role: 'agency_lead', agency: LEAD } }],
    });
  });
});
