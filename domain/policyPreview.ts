import { isWorkingDay } from './calendar';
import { termNames, termsFromReceipt, type Policy, type TermName } from './policy';
import { startTerm, type Law } from './terms';
import { addDays, startOf, type LocalDate } from './time';

/** The last day of one term for a case received on a day, under the policy that would hold and under the proposed one. */
interface ComparedTerm {
  readonly term: TermName;
  readonly today: LocalDate;
  readonly proposed: LocalDate;
}

/** What a proposed policy would mean for a case received on one day. */
export interface PolicyExample {
  readonly received: LocalDate;
  readonly terms: readonly ComparedTerm[];
}

/** Cases received on the first `count` working days of the proposed policy, compared with what holds without it. */
export function policyExamples(proposed: Policy, { calendar, policy }: Law, count: number): PolicyExample[] {
  const examples: PolicyExample[] = [];
  for (let received = proposed.effectiveFrom; examples.length < count; received = addDays(received, 1))
    if (isWorkingDay(received, calendar)) {
      const lastDay = (under: Policy, term: TermName) =>
        startTerm(term, received, { calendar, policy: under }, startOf(received)).lastDay;
      examples.push({
        received,
        terms: termsFromReceipt.map((term) => ({
          term,
          today: lastDay(policy, term),
          proposed: lastDay(proposed, term),
        })),
      });
    }
  return examples;
}

/** The terms whose length a proposed policy changes, in working days. */
export const changedLengths = (before: Policy, proposed: Policy) =>
  termNames
    .filter((term) => before.terms[term].workingDays !== proposed.terms[term].workingDays)
    .map((term) => ({
      term,
      today: before.terms[term].workingDays,
      proposed: proposed.terms[term].workingDays,
    }));
