import type { EventType } from '../domain/case';
import type { ActionInputs } from '../domain/inputs';
import type { ConcealedEvent, PersonalText } from './personal';

/** Acts in which submitters speak. */
export const spokenBySubmitter: readonly EventType[] = ['submit', 'supplyInfo', 'dispute', 'withdraw'];

type OnRecord = Pick<ConcealedEvent, 'seq' | 'type' | 'data'>;

/**
 * The texts of a case that go with its submitter's personal data: all of their own words, and whatever else tells of them;
 * of an erased case also every note since, for nobody can tell any more of whom it speaks.
 * @param tells whether a text names the submitter or gives away how to reach them.
 */
export function textsToErase(
  events: readonly OnRecord[],
  personal: readonly PersonalText[],
  tells: (text: string) => boolean
): ActionInputs['erase']['erased'] {
  const erasure = events.findLast(({ type }) => type === 'erase');
  const lookedAt = erasure === undefined ? Infinity : (erasure.data as ActionInputs['erase']).through;
  return personal
    .filter(({ seq, value }) => {
      const type = events.find((one) => one.seq === seq)?.type;
      if (type === undefined) return tells(value);
      return spokenBySubmitter.includes(type) || (type === 'note' && seq > lookedAt) || tells(value);
    })
    .map(({ seq, field }) => ({ seq, field }));
}
