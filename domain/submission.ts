import type { Fault } from './case';
import { fault } from './faults';
import { enteredByOffice, type Channel, type Submission, type SubmitterDetails } from './inputs';
import type { Role } from './roles';
import { dateOf, type Instant } from './time';

const detailNames = ['name', 'address', 'phone', 'email'] as const;

const labels: Record<(typeof detailNames)[number], string> = {
  name: 'name',
  address: 'contact address',
  phone: 'telephone number',
  email: 'e-mail address',
};

/** R4: all four details, except on paper, telephone and the like, where the submitter gives whatever they have. */
export function detailFaults(channel: Channel, submitter: SubmitterDetails): Fault[] {
  if (enteredByOffice.includes(channel)) return [];
  return detailNames
    .filter((name) => submitter[name] === null)
    .map((name) =>
      fault(
        `/submitter/${name}`,
        'required',
        `A submission through this channel gives the submitter's ${labels[name]} (R4).`
      )
    );
}

/** R3: what came on paper, by telephone and the like is entered by the Office; nobody declares their own petition to be so. */
export const channelFaults = (channel: Channel, role: Role): Fault[] =>
  role === 'submitter' && enteredByOffice.includes(channel)
    ? [fault('/channel', 'notYours', 'Only the Office enters what came by this channel (R3).')]
    : [];

/** A reference belongs to a connected system, which never uses it for another submission. */
export const referenceFaults = ({ reference }: Pick<Submission, 'reference'>, role: Role): Fault[] =>
  reference && role !== 'integration'
    ? [fault('/reference', 'notYours', 'Only a connected system gives a reference of its own.')]
    : [];

/**
 * Receipt is not entry: only the Office, for what reached it outside the service, and a connected system may say that
 * receipt lies before entry; with a reason and evidence where it lies on an earlier day, and never in the future.
 */
export function receiptFaults(
  submission: Pick<Submission, 'channel' | 'receivedAt' | 'receiptReason' | 'receiptEvidence'>,
  enteredAt: Instant,
  role: Role
): Fault[] {
  const { receivedAt } = submission;
  if (receivedAt > enteredAt) return [fault('/receivedAt', 'future', 'A case cannot be received in the future.')];
  if (receivedAt === enteredAt || role === 'integration') return [];
  if (role !== 'reception' || !enteredByOffice.includes(submission.channel))
    return [
      fault(
        '/receivedAt',
        'notYours',
        'Only the Office gives the receipt, for paper, telephone, fax, e-mail and Zalo.'
      ),
    ];
  if (dateOf(receivedAt) === dateOf(enteredAt)) return [];
  return (['receiptReason', 'receiptEvidence'] as const)
    .filter((name) => submission[name] === null)
    .map((name) => fault(`/${name}`, 'required', 'A receipt before the day of entry needs a reason and evidence.'));
}
