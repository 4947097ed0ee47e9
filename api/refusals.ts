import { ActionRefused, CaseNotRunning, NoAnswer } from '../reachingCases';
import type { Refusal, RefusalReason } from '../domain/case';
import { invalidInput, Problem } from '../http/problems';
import type { ProblemType } from '../http/problemTypes';

const typeOf: Record<Exclude<RefusalReason, 'invalidInput'>, ProblemType> = {
  forbidden: 'forbidden',
  needsApproval: 'needs-approval',
  notAssigned: 'not-assigned',
  notFromThisStatus: 'not-from-this-status',
  questionStillOpen: 'question-still-open',
  disputeEnded: 'dispute-ended',
  alreadyConcluded: 'already-concluded',
  alreadyOpined: 'already-opined',
  decidedByLeadership: 'decided-by-leadership',
  escalationNotOpen: 'escalation-not-open',
  alreadyLinked: 'already-linked',
  notLinked: 'not-linked',
  nothingPublished: 'nothing-published',
  alreadyErased: 'already-erased',
};

/** The problems that a case's refusals become, for the acts' description. */
export const refusalProblems: readonly ProblemType[] = Object.values(typeOf);

/** What an act's refusal is in HTTP: 403 not yours, 409 not now (with what is allowed), 422 bad input. */
export function problemOfRefusal({ reason, status, allowed, faults }: Refusal): Problem {
  if (reason === 'invalidInput') return invalidInput(faults ?? []);
  return new Problem(typeOf[reason], {
    detail: `The case is ${status}. You may now: ${allowed.join(', ') || 'nothing'}.`,
    caseStatus: status,
    allowedActions: allowed,
  });
}

/** What went wrong between the API and a case, as a problem; anything else as it is. */
export function problemOfCase(error: unknown): unknown {
  if (error instanceof ActionRefused) return problemOfRefusal(error.refusal);
  if (error instanceof CaseNotRunning) return new Problem('case-ended');
  if (error instanceof NoAnswer)
    return new Problem('no-answer', { detail: 'Send the request again with the same Idempotency-Key.' });
  return error;
}
