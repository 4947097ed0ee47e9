import type { Instant, LocalDate } from './time';

/** Ids of stored files; the files themselves never travel through the workflow. */
type Attachments = readonly string[];

export interface SubmitterDetails {
  readonly name: string | null;
  readonly address: string | null;
  readonly phone: string | null;
  readonly email: string | null;
}

export const channels = [
  'national_portal',
  'portal',
  'online_service',
  'paper',
  'phone',
  'fax',
  'email',
  'zalo',
] as const;
/** The way by which a submission came (R3). */
export type Channel = (typeof channels)[number];

/** Channels through which the Office enters what somebody sent, so that receipt may lie before entry. */
export const enteredByOffice: readonly Channel[] = ['paper', 'phone', 'fax', 'email', 'zalo'];

export const escalationGrounds = ['agencies_disagree', 'submitter_disagrees', 'other'] as const;
export const decisionOutcomes = ['directive', 'answer'] as const;
/** Whose authority a case falls under: an agency's (R6.3) or the provincial People's Committee's own (R6.4). */
export const competences = ['agency', 'province'] as const;

/** How a case hangs together with an earlier one: the same petition once more, or one that goes on from it. */
export const linkKinds = ['duplicate', 'follow_up'] as const;
export type LinkKind = (typeof linkKinds)[number];

/** A lead agency, with what the service knows of it: whether an answer leaves it only with its head's approval. */
export interface Lead {
  readonly agency: string;
  readonly needsApproval: boolean;
}

/** A submission as it was given, and what stands on record about its receipt. */
export interface Submission {
  readonly channel: Channel;
  readonly category: string | null;
  readonly title: string;
  readonly content: string;
  readonly submitter: SubmitterDetails;
  /** The submitter's account; null where they have none. */
  readonly account: string | null;
  readonly attachments: Attachments;
  /** The online public service's dossier that it was sent from. */
  readonly dossierNumber: string | null;
  /** The earlier case that this one goes on from. */
  readonly follows: string | null;
  /** By what the connected system that sent it knows it. */
  readonly reference?: string | null;
  /** When it reached the Office; terms run from here. */
  readonly receivedAt: Instant;
  /** Why the receipt lies before the day of entry, and the file that proves it. */
  readonly receiptReason: string | null;
  readonly receiptEvidence: string | null;
}

/** A place in a public text: a JSON pointer to the text, then UTF-16 code units. */
interface Confirmation {
  readonly path: '/title' | '/content' | '/text';
  readonly offset: number;
  readonly length: number;
}

/** What everybody may read of a case: a text of its own, in which nothing tells of the submitter. */
export interface Publication {
  readonly text: string;
  readonly title: string | null;
  readonly content: string | null;
  /** Copies for publication. */
  readonly attachments: Attachments;
  /** What the service took for personal data and the officer publishes all the same, such as the name of an official. */
  readonly confirmed?: readonly Confirmation[];
}

/** What each act asks for. The schemas of the same names, which check it, are in `inputs/`. */
export interface ActionInputs {
  submit: Submission;
  accept: { category: string | null; competence: (typeof competences)[number] };
  reject: { reason: string; explanation: string };
  requestInfo: { question: string };
  supplyInfo: { text: string; attachments: Attachments };
  resume: { reason: string };
  forward: { lead: Lead; coordinating: readonly string[]; reason: string | null };
  decline: { reason: string };
  assign: { officer: string };
  opine: { text: string; agrees: boolean; attachments: Attachments };
  reportProgress: { text: string };
  conclude: { resultOn: LocalDate | null };
  propose: { text: string; attachments: Attachments };
  revise: { reason: string };
  answer: { text: string | null; attachments: Attachments };
  return: { reason: string };
  publish: Publication & {
    forms: readonly string[];
    /** Open duplicates that the same answer goes to. */
    linked?: readonly string[];
  };
  republish: Publication;
  unpublish: { reason: string };
  dispute: { reason: string };
  uphold: { reason: string };
  escalate: { ground: (typeof escalationGrounds)[number]; proposal: string };
  decide: { outcome: (typeof decisionOutcomes)[number]; text: string; lead: Lead | null };
  withdraw: { reason: string | null };
  /** `receivedAt` is the receipt of the case that it is linked to. */
  link: { kind: LinkKind; to: string; receivedAt: Instant; reason: string | null };
  unlink: { reason: string };
  /** What was published in the case that carries the answer. */
  answerJointly: { principal: string; forms: readonly string[]; text: string };
  /**
   * At the submitter's request. Texts by event and JSON pointer, files by id; the reason tells nothing of the submitter.
   * `through` is the number of the latest event that was looked at.
   */
  erase: {
    requestedOn: LocalDate;
    reason: string;
    erased: readonly { readonly seq: number; readonly field: string }[];
    files: readonly string[];
    through: number;
  };
  urge: { text: string | null };
  note: { text: string; attachments: Attachments };
  message: { subject: string; text: string };
}
