import { describe, expect, test } from '@jest/globals';
import type { AlarmData } from '../../domain/case';
import { lostItsSense } from '../../messages/moot';
import { paperCase, type PaperCase } from '../support/paperCase';
import { head, officer, reception, submitter } from '../support/people';

/** The latest alarm of one kind that rang for a term. */
const rang = ({ events }: PaperCase, term: string, kind: AlarmData['kind']): AlarmData =>
  events
    .flatMap(({ data }) => ('term' in data && 'kind' in data ? [data] : []))
    .findLast((alarm) => alarm.term === term && alarm.kind === kind)!;
const moot = (aCase: PaperCase, term: string, kind: AlarmData['kind']) =>
  lostItsSense(rang(aCase, term, kind), aCase.state.terms);

/** A case that an officer has in hand, whose last day for an answer is 26 October 2026. */
function inHand(): PaperCase {
  const aCase = paperCase('2026-10-05 08:00');
  aCase.act('2026-10-06 08:00', reception, 'forward');
  aCase.act('2026-10-07 08:00', head, 'assign');
  return aCase;
}

describe('S6: what waited for the morning or for a provider is told as long as it is true', () => {
  test('that a term ends soon, until it has ended', () => {
    const aCase = inHand();
    aCase.wait('2026-10-26 08:00');
    expect(moot(aCase, 'answerBy', 'dueSoon')).toBe(false);
    aCase.wait('2026-10-27 08:00');
    expect(moot(aCase, 'answerBy', 'dueSoon')).toBe(true);
    expect(moot(aCase, 'answerBy', 'due')).toBe(false);
    aCase.act('2026-10-27 09:00', head, 'answer');
    expect(moot(aCase, 'answerBy', 'due')).toBe(true);
  });

  test('that a term ends soon, neither while it stands still nor after it has moved', () => {
    const aCase = inHand();
    aCase.act('2026-10-26 07:40', officer, 'requestInfo');
    expect(moot(aCase, 'answerBy', 'dueSoon')).toBe(true);
    aCase.act('2026-10-28 09:00', submitter, 'supplyInfo');
    expect(aCase.term('answerBy')).toMatchObject({ phase: 'running', lastDay: '2026-10-28' });
    expect(moot(aCase, 'answerBy', 'dueSoon')).toBe(true);
  });

  test('a submitter is reminded of a day that is to come; that their reply is missing is told until it is there', () => {
    const aCase = inHand();
    aCase.act('2026-10-08 10:00', officer, 'requestInfo');
    aCase.wait('2026-10-15 08:00');
    expect(moot(aCase, 'infoOverdue', 'reminder')).toBe(false);
    aCase.wait('2026-10-23 08:00');
    expect(moot(aCase, 'infoOverdue', 'reminder')).toBe(true);
    expect(moot(aCase, 'infoOverdue', 'due')).toBe(false);
    aCase.act('2026-10-23 09:00', submitter, 'supplyInfo');
    expect(moot(aCase, 'infoOverdue', 'due')).toBe(true);
  });
});
