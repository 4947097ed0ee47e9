import { describe, expect, test } from '@jest/globals';
import { filledText } from '../../api/filledText';
import { presentListed, presentTracked } from '../../api/present';
import { presentHeldRequest } from '../../api/presentRequest';
import type { Executor } from '../../db/database';
import { rowOf } from '../../db/caseRow';
import { caseListColumns } from '../../documents/caseList';
import type { Naming } from '../../documents/naming';
import { factsOf } from '../../messages/facts';
import { outgoingOf } from '../../news/outgoing';
import { deadlineOf } from '../../subscribers/partners/mapping';
import { nationalPortal } from '../../subscribers/partners/nationalPortal';
import { at, law } from '../support/law';
import { paperCase } from '../support/paperCase';
import { reception } from '../support/people';

const nameless = () => null;
const asIs: Naming = { agency: String, person: String, file: String, entry: (_list, code) => code };
const recordedOf = ({ events }: ReturnType<typeof paperCase>) => events.map((event) => ({ event, hash: 'hash' }));

describe('R8.1: a deadline beyond the announced days is marked wherever its day is told', () => {
  test.each([
    ['2027-12-20 08:00', true],
    ['2027-10-04 08:00', false],
  ])('received on %s: %s', (received, provisional) => {
    const aCase = paperCase(received);
    expect(law.calendar.officialThrough).toBe('2027-12-31');
    const row = rowOf('TEST-1', recordedOf(aCase))!;
    expect(presentTracked(row)).toMatchObject({ answerDueProvisional: provisional });
    expect(presentListed(row, reception)).toMatchObject({ answerDueProvisional: provisional });

    const marked = provisional ? expect.stringMatching(/Hạn trả lời: \d\d\/01\/2028 \(tạm tính\)\.$/) : null;
    expect(presentHeldRequest(row, { service: nameless, agency: nameless }).service_notice).toEqual(marked);
    const [news] = outgoingOf(aCase.events.slice(0, 1), aCase.state);
    expect(news!.news.answerDueProvisional).toBe(provisional || undefined);
    expect(nationalPortal.content(row)).toMatchObject({ receivedAt: at(received), publishedAt: null });
    expect(deadlineOf(row)).toEqual({ deadline: aCase.term('answerBy').endsAt, deadlineProvisional: provisional });
    const filled = filledText('Trả lời trước {{answerBy}}', row, '', aCase.state.asOf);
    expect(filled.endsWith(' (tạm tính)')).toBe(provisional);
    const column = caseListColumns(asIs).find(({ header }) => header === 'Hạn tạm tính')!;
    expect(column.cell({ ...row, answerDueProvisional: provisional })).toBe(provisional ? 'có' : '');
  });

  test('R6.2: while the reply is awaited there is no day to be marked', () => {
    const aCase = paperCase('2027-12-20 08:00');
    aCase.act('2027-12-21 08:00', reception, 'requestInfo');
    expect(aCase.term('answerBy')).toMatchObject({ phase: 'paused', provisional: true });
    const row = rowOf('TEST-1', recordedOf(aCase))!;
    const unmarked = { answerDue: null, answerDueProvisional: false };
    expect(presentTracked(row)).toMatchObject(unmarked);
    expect(presentListed(row, reception)).toMatchObject(unmarked);
    expect(presentHeldRequest(row, { service: nameless, agency: nameless }).service_notice).toBeNull();
    const [news] = outgoingOf(aCase.events.slice(-1), aCase.state);
    expect(news!.news).not.toHaveProperty('answerDueProvisional');
    expect(deadlineOf(row)).toEqual({ deadline: null, deadlineProvisional: false });
  });

  test('a message that warns of it', async () => {
    const aCase = paperCase('2027-12-20 08:00');
    aCase.act('2027-12-21 08:00', reception, 'forward');
    aCase.wait('2028-01-10 08:00');
    const { state } = aCase;
    const event = aCase.events.findLast(
      ({ type, data }) => type === 'alarm' && 'term' in data && data.term === 'answerBy'
    );
    const row = rowOf('TEST-1', recordedOf(aCase))!;
    const reader = { audience: 'staff', name: 'Cán bộ', language: 'vi', recipient: null } as const;
    const occasion = { row, event: event!, earlier: [], state, head: 'hash' };
    // No register is asked: the case names no agency here.
    const { lastDay } = await factsOf(
      null as unknown as Executor,
      { ...occasion, state: { ...state, lead: null } },
      reader,
      ''
    );
    expect(lastDay).toMatch(/^\d\d\/01\/2028 \(tạm tính\)$/);
  });
});
