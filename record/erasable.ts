import type { CaseEvent, EventType } from '../domain/case';
import type { ActionInputs } from '../domain/inputs';
import type { PersonalText } from './personal';

/** Acts in which submitters speak. */
export const spokenBySubmitter: readonly EventType[] = ['submit', 'supplyInfo', 'dispute', 'withdraw'];

/**
 * The texts of a case that go with its submitter's personal data: all of their own words, and whatever else tells of them.
 * @param tells whether a text names the submitter or gives away how to reach them.
 */
export const textsToErase = (
  events: readonly Pick<CaseEvent, 'seq' | 'type'>[],
  personal: readonly PersonalText[],
  tells: (text: string) => boolean
): ActionInputs['erase']['erased'] =>
  personal
    .filter(({ seq, value }) => {
      const event = events.find((one) => one.seq === seq);
      return (event !== undefined && spokenBySubmitter.includes(event.type)) || tells(value);
    })
    .map(({ seq, field }) => ({ seq, field }));
