import type { Fault } from './case';
import { fault, tooFarAhead } from './faults';
import type { Policy, TermName } from './policy';
import type { LocalDate } from './time';

/** What is wrong with a policy that is to follow those that exist; each path points into `proposed`. */
export function faultsOfPolicy(proposed: Policy, existing: readonly Policy[], today: LocalDate): Fault[] {
  return [...effectFaults(proposed, existing, today), ...lengthFaults(proposed), ...warningFaults(proposed)];
}

/** A version for a day that is not yet over replaces an earlier one for the same day: so a mistake can be put right in time. */
function effectFaults({ effectiveFrom }: Policy, existing: readonly Policy[], today: LocalDate): Fault[] {
  const latest = existing.reduce((day, policy) => (policy.effectiveFrom > day ? policy.effectiveFrom : day), '');
  return [
    ...(effectiveFrom < today
      ? [fault('/effectiveFrom', 'past', `Cases received since ${effectiveFrom} run under another policy already.`)]
      : []),
    ...tooFarAhead('/effectiveFrom', effectiveFrom, today),
    ...(effectiveFrom < latest
      ? [fault('/effectiveFrom', 'beforeExisting', `A version that takes effect on ${latest} exists already.`)]
      : []),
  ];
}

/** What is done within the answer term cannot last longer than the whole of it. */
const within: readonly (readonly [TermName, TermName])[] = [
  ['rejectBy', 'answerBy'],
  ['routeBy', 'answerBy'],
  ['opineBy', 'answerBy'],
];

const lengthFaults = ({ terms }: Policy): Fault[] =>
  within
    .filter(([part, whole]) => terms[part].workingDays > terms[whole].workingDays)
    .map(([part, whole]) =>
      fault(
        `/terms/${part}/workingDays`,
        'longerThanWhole',
        `It lies within ${whole}, which has ${terms[whole].workingDays} working days.`
      )
    );

function warningFaults({ terms, dueSoon, infoReminder }: Policy): Fault[] {
  const { workingDays } = terms.answerBy;
  return [
    ...dueSoon.flatMap((left, index) => [
      ...(left > workingDays
        ? [fault(`/dueSoon/${index}`, 'neverRings', `No term has ${left} working days left at its start.`)]
        : []),
      ...(dueSoon.indexOf(left) < index ? [fault(`/dueSoon/${index}`, 'repeated', `${left} stands here twice.`)] : []),
    ]),
    ...(infoReminder > terms.infoOverdue.workingDays
      ? [
          fault(
            '/infoReminder',
            'afterTheEnd',
            `The submitter's term has only ${terms.infoOverdue.workingDays} working days.`
          ),
        ]
      : []),
  ];
}
