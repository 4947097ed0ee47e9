import { deadlineOf, type PartnerMapping } from './mapping';

/**
 * The province's administrative-procedure system: the cases that were sent from within an online public service, by the
 * number of their dossier (R3, R1.6). It learns that a petition about the dossier is pending or answered, by whom and until
 * when, not what it says: of each event that changes one of these.
 */
export const dossierSystem: PartnerMapping = {
  types: [
    'case.received',
    'case.rejected',
    'case.info_requested',
    'case.info_supplied',
    'case.resumed',
    'case.forwarded',
    'case.declined',
    'case.returned',
    'case.overdue',
    'case.deadline_moved',
    'case.agency_changed',
    'case.published',
    'case.disputed',
    'case.upheld',
    'case.decided',
    'case.closed',
    'case.withdrawn',
  ],
  path: 'dossier-petitions',
  concerns: ({ dossierNumber }) => dossierNumber !== null,
  reference: (_code, pseudonym) => pseudonym,
  state: ({ status }) =>
    status === 'published' || status === 'closed'
      ? 'answered'
      : status === 'rejected' || status === 'withdrawn'
        ? 'ended'
        : 'pending',
  content: (aCase) => ({
    dossierNumber: aCase.dossierNumber,
    agency: aCase.leadAgency,
    ...deadlineOf(aCase),
  }),
};
