import { ActionRefused, CaseNotRunning, NoAnswer } from '../client';
import type { Refusal, RefusalReason } from '../domain/case';
import { invalidInput, Problem } from './problems';

/** HTTP status, stable type and title of each refusal. */
const problems: Record<Exclude<RefusalReason, 'invalidInput'>, readonly [number, string, string]> = {
  forbidden: [403, 'forbidden', 'You have no right to this act in this case'],
  needsApproval: [403, 'needs-approval', "The answer needs the approval of the agency's head"],
  notFromThisStatus: [409, 'not-from-this-status', 'The case is not in a status that allows this act'],
  questionStillOpen: [409, 'question-still-open', 'The submitter still has time to reply'],
  disputeEnded: [409, 'dispute-ended', 'The dispute has ended'],
  alreadyConcluded: [409, 'already-concluded', 'A result is on record already'],
  alreadyOpined: [409, 'already-opined', 'Your agency has given its opinion, or owes none'],
  decidedByLeadership: [409, 'decided-by-leadership', "The answer is the leadership's decision"],
  escalationNotOpen: [409, 'escalation-not-open', 'The case can be escalated once its forwardings are used up'],
};

/** What an act's refusal is in HTTP: 403 not yours, 409 not now (with what is allowed), 422 bad input. */
export function problemOfRefusal({ reason, status, allowed, faults }: Refusal): Problem {
  if (reason === 'invalidInput') return invalidInput(faults ?? []);
  const [httpStatus, type, title] = problems[reason];
  return new Problem(httpStatus, type, title, {
    detail: `The case is ${status}. You may now: ${allowed.join(', ') || 'nothing'}.`,
    caseStatus: status,
    allowedActions: allowed,
  });
}

/** What went wrong between the API and a case, as a problem; anything else as it is. */
export function problemOfCase(error: unknown): unknown {
  if (error instanceof ActionRefused) return problemOfRefusal(error.refusal);
  if (error instanceof CaseNotRunning)
    return new Problem(409, 'case-ended', 'The case has ended and takes nothing more');
  if (error instanceof NoAnswer)
    return new Problem(503, 'no-answer', 'The case did not answer in time: whether the act took effect is not known', {
      detail: 'Send the request again with the same Idempotency-Key.',
      retryAfter: 5,
    });
  return error;
}
