import { z } from 'zod';
import { inputs } from './actions';
import { caseCode } from './submission';

/** The acts that may be done to many cases at once: what they say is the same for all. */
export type BulkAction = 'assign' | 'forward' | 'urge' | 'note' | 'link';

const MOST_CASES = 100;

const codes = z
  .array(caseCode)
  .min(1)
  .max(MOST_CASES)
  .refine((given) => new Set(given).size === given.length, 'names a case twice');

const ofAction = <A extends BulkAction>(action: A) =>
  z.strictObject({ action: z.literal(action), cases: codes, input: inputs[action] });

/** `POST /v1/cases/bulk`. */
export const bulk = z.discriminatedUnion('action', [
  ofAction('assign'),
  ofAction('forward'),
  ofAction('urge'),
  ofAction('note'),
  ofAction('link'),
]);
