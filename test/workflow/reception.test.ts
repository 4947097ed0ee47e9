import { useCases } from '../support/caseRig';
import { at } from '../support/law';
import { reception } from '../support/people';

const cases = useCases();

describe('R6 reception', () => {
  beforeEach(() => cases.startAt(at('2026-10-05 09:00')));

  test('R6.1, R6.2, R6.3: the terms to reject and to route warn, then run out, and the case waits on', async () => {
    const aCase = await cases.submit();
    await cases.sleepUntil(at('2026-10-13 08:00'));
    await aCase.act(reception, 'reject');
    expect(await aCase.timeline()).toEqual([
      '2026-10-05 09:00 submit',
      '2026-10-06 24:00 rejectBy dueSoon 1',
      '2026-10-07 24:00 rejectBy due',
      '2026-10-07 24:00 routeBy dueSoon 3',
      '2026-10-11 24:00 routeBy dueSoon 1',
      '2026-10-12 24:00 routeBy due',
      '2026-10-13 08:00 reject',
    ]);
  });
});
