import type { EventType } from '../domain/case';
import type { ActionInputs } from '../domain/inputs';
import type { ConcealedEvent, PersonalText } from './personal';

/** Acts in which submitters speak. */
export const spokenBySubmitter: readonly EventType[] = ['submit', 'supplyInfo', 'dispute', 'withdraw'];

/** Acts in which the Office speaks to itself of a case that has ended. */
const spokenAmongStaff: readonly EventType[] = ['note', 'unpublish'];

type OnRecord = Pick<ConcealedEvent, 'seq' | 'type' | 'data'>;

/**
 * Whether all that an act said goes with the submitter's personal data: their own words, and of an erased case what was
 * noted since, for nobody can tell any more of whom it speaks.
 */
export function goesWhole(events: readonly OnRecord[]): (said: { type: EventType; seq: number }) => boolean {
  const erasure = events.findLast(({ type }) => type === 'erase');
  // Erasures from before there could be a second do not say how far they looked.
  const through = (erasure?.data as Partial<ActionInputs['erase']> | undefined)?.through ?? erasure?.seq ?? Infinity;
  return ({ type, seq }) => spokenBySubmitter.includes(type) || (spokenAmongStaff.includes(type) && seq > through);
}

/**
 * The texts of a case that go with its submitter's personal data: what goes whole, and whatever else tells of them.
 * @param tells whether a text names the submitter or gives away how to reach them.
 */
export function textsToErase(
  events: readonly OnRecord[],
  personal: readonly PersonalText[],
  tells: (text: string) => boolean
): ActionInputs['erase']['erased'] {
  const isWhole = goesWhole(events);
  return personal
    .filter(({ seq, value }) => {
      const event = events.find((one) => one.seq === seq);
      return (event !== undefined && isWhole(event)) || tells(value);
    })
    .map(({ seq, field }) => ({ seq, field }));
}
