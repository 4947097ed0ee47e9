import type { PartnerMapping } from './mapping';

/**
 * The province's administrative-procedure system: the cases that were sent from within an online public service, by the
 * number of their dossier (R3, R1.6). It learns that a petition about the dossier is pending or answered, not what it says.
 */
export const dossierSystem: PartnerMapping = {
  types: [
    'case.received',
    'case.rejected',
    'case.forwarded',
    'case.overdue',
    'case.published',
    'case.disputed',
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
  content: ({ dossierNumber, leadAgency, answerDue }) => ({
    dossierNumber,
    agency: leadAgency,
    deadline: answerDue?.toISOString() ?? null,
  }),
};
