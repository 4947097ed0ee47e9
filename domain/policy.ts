import { byEffect, type LocalDate } from './time';

/** The legal times allowed, each named after the alarm that ends it. */
export const termNames = [
  'rejectBy',
  'routeBy',
  'answerBy',
  'progressDue',
  'postResultBy',
  'opineBy',
  'infoOverdue',
  'closeAfter',
] as const;

export type TermName = (typeof termNames)[number];

/** A length in working days and the article that it rests on. */
interface Allowance {
  readonly workingDays: number;
  readonly basis: string;
}

/** The numbers of the law as they stood from a day on. A case keeps the policy under which it was received. */
export interface Policy {
  readonly version: number;
  readonly effectiveFrom: LocalDate;
  readonly terms: Readonly<Record<TermName, Allowance>>;
  /** Working days left, the current one included, at whose start a term that the law gives to officers is warned of. */
  readonly dueSoon: readonly number[];
  /** The working day of the submitter's term at whose start they are reminded. */
  readonly infoReminder: number;
  /** Forwardings that need no reason; the next one does, and escalation is offered. */
  readonly freeForwardings: number;
}

/** Decision 31/2021/QĐ-TTg, and what the project decides where it is silent (REQUIREMENTS, R6–R10). */
export const firstPolicy: Policy = {
  version: 1,
  effectiveFrom: '2008-01-01',
  terms: {
    rejectBy: { workingDays: 2, basis: 'Decision 31/2021/QĐ-TTg, reception; R6.1' },
    routeBy: { workingDays: 5, basis: 'Decision 31/2021/QĐ-TTg, reception; R6.2, R6.3' },
    answerBy: { workingDays: 15, basis: 'Decision 31/2021/QĐ-TTg Art. 45; R8.1' },
    progressDue: { workingDays: 5, basis: 'Decision 31/2021/QĐ-TTg Art. 45; R8.2' },
    postResultBy: { workingDays: 2, basis: 'Decision 31/2021/QĐ-TTg Art. 45; R8.3' },
    opineBy: { workingDays: 5, basis: 'Service rule under Decree 20/2008/NĐ-CP Art. 14; R7.2' },
    infoOverdue: { workingDays: 10, basis: 'Service rule; R6.2' },
    closeAfter: { workingDays: 15, basis: 'Service rule; R10.2' },
  },
  dueSoon: [3, 1],
  infoReminder: 5,
  freeForwardings: 2,
};

/**
 * The policy in force on the day of receipt: the latest of those effective by then, the first one before all of them.
 * @throws RangeError without any policy.
 */
export function policyFor(received: LocalDate, policies: readonly Policy[]): Policy {
  const byDate = [...policies].sort(byEffect<Policy>(({ version }) => version));
  const inForce = byDate.findLast((policy) => policy.effectiveFrom <= received) ?? byDate[0];
  if (inForce === undefined) throw new RangeError('there is no policy at all');
  return inForce;
}

/** The terms that run from receipt; the others begin with acts that nobody can foresee. */
export const termsFromReceipt = ['rejectBy', 'routeBy', 'answerBy'] as const satisfies readonly TermName[];

/** Terms of officers, of which they are warned before the end. */
export const warnedTerms: readonly TermName[] = ['rejectBy', 'routeBy', 'answerBy'];
