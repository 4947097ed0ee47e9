import { APIError } from 'better-auth';
import { invalidInput, Problem } from '../http/problems';
import { fault } from '../domain/faults';
import { spentLink } from './inputs';

export const accountDisabled = () => new Problem('account-disabled');

/** The library's codes for what the one who asked can understand. */
const refusals = new Map<string | undefined, () => Problem>([
  ['INVALID_EMAIL_OR_PASSWORD', () => new Problem('wrong-credentials')],
  ['PROVIDER_NOT_FOUND', () => new Problem('provider-unavailable')],
  ['INVALID_TOKEN', () => invalidInput([fault('/token', spentLink.code, spentLink.message)])],
  ['account_disabled', accountDisabled],
]);

/** Throws the library's refusal as our problem, and anything else as it is. */
export function inOurWords(error: unknown): never {
  throw (error instanceof APIError && refusals.get(error.body?.code)?.()) || error;
}
