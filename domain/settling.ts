import { owedTerms, type CaseState } from './case';
import type { TermName } from './policy';
import { keyed, resumeTerm, scheduled, settleTerm, startTerm, type Law, type Term, type Terms } from './terms';
import { dateOf, latest, type Instant } from './time';

const owed = (state: Pick<CaseState, 'terms'>, names: readonly TermName[]): Term[] =>
  owedTerms(state).filter((term) => names.includes(term.name));

/** The named terms are done, in time or late. */
export const met = (state: Pick<CaseState, 'terms'>, names: readonly TermName[], at: Instant): Terms =>
  keyed(owed(state, names).map((term) => settleTerm(term, 'met', at)));

/** The named terms are no longer owed. */
export const lifted = (state: Pick<CaseState, 'terms'>, names: readonly TermName[], at: Instant): Terms =>
  keyed(owed(state, names).map((term) => settleTerm(term, 'lifted', at)));

/** The opinions that the answer made needless. */
export const needlessSinceAnswer = ({ terms }: Pick<CaseState, 'terms'>): Term[] =>
  Object.values(terms).filter(
    ({ name, phase, settledAt }) =>
      name === 'opineBy' && phase === 'lifted' && settledAt === terms['answerBy']?.settledAt
  );

/** Nothing is owed any more. */
export const allLifted = (state: Pick<CaseState, 'terms'>, at: Instant): Terms =>
  keyed(owedTerms(state).map((term) => settleTerm(term, 'lifted', at)));

/** What stood still runs on: the wait for the submitter is over. */
export const runningOn = (state: Pick<CaseState, 'terms'>, law: Law, at: Instant): Terms =>
  keyed(
    Object.values(state.terms)
      .filter((term) => term.phase === 'paused')
      .map((term) => resumeTerm(term, dateOf(at), law, at))
  );

/**
 * Progress is due every 5 working days after the answer term ran out (R8.2), in a rhythm that nothing shifts.
 * Periods that ended before the answer was owed (late entry, an answer returned) are passed over.
 */
export function startProgress(answerBy: Term, law: Law, now: Instant): Term {
  const notBefore = latest(answerBy.endsAt, answerBy.owedSince);
  let progress = startTerm('progressDue', answerBy.lastDay, law, now);
  while (progress.endsAt <= notBefore) progress = nextPeriod(progress, law, now);
  return progress;
}

/** The repeating term, one period on. */
export const nextPeriod = (progress: Term, law: Law, now: Instant): Term =>
  scheduled({ ...progress, workingDays: progress.workingDays + law.policy.terms.progressDue.workingDays }, law, now);
