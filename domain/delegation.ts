import type { Fault } from './case';
import { fault } from './faults';
import { caseHandlers, type Actor, type Role } from './roles';
import { addDays, type LocalDate } from './time';

/** An absent head's colleague acts in the head's capacity from a day through another one. */
export interface Delegation {
  readonly absent: string;
  readonly delegate: string;
  readonly from: LocalDate;
  readonly through: LocalDate;
}

/** What the rules need to know of an account. */
export interface Colleague {
  readonly id: string;
  readonly role: Role;
  readonly agency: string | null;
  readonly disabled: boolean;
}

/** Longer than this nobody is absent: then the agency has another head. In days. */
const LONGEST_ABSENCE = 366;

/** Of the same agency, which for reception is the Office. */
export const mayStandIn: readonly Role[] = caseHandlers;

/**
 * What is wrong with a delegation.
 * @param absent undefined where there is no such account; likewise `delegate`.
 * @param others those that are in force or to come, of anybody.
 */
export function faultsOfDelegation(
  { from, through, ...named }: Delegation,
  absent: Colleague | undefined,
  delegate: Colleague | undefined,
  others: readonly Delegation[],
  today: LocalDate
): Fault[] {
  const meets = (other: Delegation) => other.from <= through && from <= other.through;
  return [
    ...(from < today ? [fault('/from', 'past', 'A delegation cannot begin before today.')] : []),
    ...(through < from ? [fault('/through', 'beforeBeginning', 'It would end before it begins.')] : []),
    ...(through > addDays(from, LONGEST_ABSENCE)
      ? [fault('/through', 'tooLong', `Nobody is absent for more than ${LONGEST_ABSENCE} days.`)]
      : []),
    ...(absent === undefined || absent.disabled || absent.role !== 'agency_lead'
      ? [fault('/absent', 'noHead', "It is no active account of an agency's head.")]
      : []),
    ...(named.absent === named.delegate ? [fault('/delegate', 'self', 'Nobody stands in for themselves.')] : []),
    ...(mayStandInFor(absent, delegate)
      ? []
      : [fault('/delegate', 'noColleague', 'It is no active account of the same agency.')]),
    ...(others.some((other) => other.absent === named.absent && meets(other))
      ? [fault('/from', 'overlaps', 'Somebody else stands in for this head on some of these days.')]
      : []),
    ...(others.some((other) => other.absent === named.delegate && meets(other))
      ? [fault('/delegate', 'absentToo', 'The delegate has a delegate of their own on some of these days.')]
      : []),
  ];
}

/** Whether one of two accounts may act for the other as they stand now; undefined where there is no such account. */
export const mayStandInFor = (absent: Colleague | undefined, delegate: Colleague | undefined): boolean =>
  absent !== undefined &&
  delegate !== undefined &&
  !absent.disabled &&
  !delegate.disabled &&
  absent.agency !== null &&
  absent.agency === delegate.agency &&
  absent.role === 'agency_lead' &&
  mayStandIn.includes(delegate.role);

/** Who it is that acts: the delegate, with the capacity of the one who is absent; both go on record. */
export const standIn = (absent: Colleague, delegate: Colleague): Actor => ({
  id: delegate.id,
  role: absent.role,
  agency: absent.agency,
  standsInFor: absent.id,
});
