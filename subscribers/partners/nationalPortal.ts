import type { Status } from '../../domain/statuses';
import { outgoingTypes } from '../../news/eventTypes';
import { deadlineOf, momentOf, type PartnerMapping } from './mapping';

const states: Readonly<Record<Status, string>> = {
  received: 'RECEIVED',
  awaiting_info: 'WAITING_FOR_SUBMITTER',
  accepted: 'ACCEPTED',
  forwarded: 'IN_HANDLING',
  processing: 'IN_HANDLING',
  approving: 'IN_HANDLING',
  answered: 'IN_HANDLING',
  published: 'ANSWERED',
  disputed: 'IN_DISPUTE',
  escalated: 'IN_DISPUTE',
  closed: 'CLOSED',
  rejected: 'NOT_ACCEPTED',
  withdrawn: 'WITHDRAWN',
};

/**
 * The National Public Service Portal: every case with its status and its result (R1.6, R10.1). It is given what the
 * petition says, and of its submitter nothing: who sent it through the portal is known there.
 */
export const nationalPortal: PartnerMapping = {
  types: outgoingTypes.filter((type) => type !== 'case.due_soon' && type !== 'case.urged' && type !== 'case.assigned'),
  path: 'petitions',
  concerns: () => true,
  reference: (code) => code,
  state: ({ status }) => states[status],
  content: (aCase) => ({
    category: aCase.category,
    channel: aCase.channel,
    title: aCase.title,
    content: aCase.content,
    receivedAt: momentOf(aCase.receivedAt),
    ...deadlineOf(aCase),
    agency: aCase.leadAgency,
    result: aCase.publishedAnswer,
    publishedAt: momentOf(aCase.publishedAt),
  }),
};
