import type { NoticeTemplate } from '../../domain/effects';
import type { NoticeAudience } from '../../domain/informing';

/** What a message says: the subject and the body of an e-mail, and a short form for SMS and Zalo. Mustache, plain text. */
export interface Texts {
  readonly subject: string;
  readonly body: string;
  /** Empty where nobody is told in short: staff have no telephone number on record. */
  readonly short: string;
}

export const toSubmitters = [
  'received',
  'rejected',
  'info_requested',
  'info_reminder',
  'info_lapsed',
  'info_supplied',
  'forwarded',
  'case_inherited',
  'progress',
  'published',
  'republished',
  'unpublished',
  'dispute_registered',
  'upheld',
  'decided',
  'message',
  'deadline_moved',
] as const satisfies NoticeTemplate[];

const toStaff = [
  'case_arrived',
  'info_supplied',
  'info_lapsed',
  'opinion_asked',
  'declined',
  'assigned',
  'approval_asked',
  'draft_returned',
  'answer_arrived',
  'answer_returned',
  'dispute_registered',
  'escalated',
  'decided',
  'urged',
  'withdrawn',
  'due_soon',
  'overdue',
  'deadline_moved',
  'case_inherited',
] as const satisfies NoticeTemplate[];

export type SubmitterTemplate = (typeof toSubmitters)[number];
type StaffTemplate = (typeof toStaff)[number];

/** Messages that are about no one case. */
const serviceTemplates = ['digest', 'password_reset'] as const;
export type ServiceTemplate = (typeof serviceTemplates)[number];

export const audiences = ['submitter', 'staff', 'service'] as const;
export type Audience = (typeof audiences)[number];

/** The texts of a language as the project delivers them. */
export interface Catalogue {
  /** Stands around the body of every e-mail: who is greeted, and what follows below. */
  readonly frame: { readonly greeting: string; readonly foot: string; readonly unsubscribe: string };
  readonly submitter: Readonly<Record<SubmitterTemplate, Texts>>;
  readonly staff: Readonly<Record<StaffTemplate, Texts>>;
  readonly service: Readonly<Record<ServiceTemplate, Texts>>;
  /** Behind a day that the official days of a later year may still move. */
  readonly provisional: string;
  /** Why an answer is public no more that was given together with another case's. */
  readonly jointlyWithdrawn: string;
  readonly terms: Readonly<Record<string, string>>;
  /** What stands in place of a personal fact where a text is tried. */
  readonly marks: Readonly<Record<PersonalFact, string>>;
}

/** The name of a template, such as `submitter/received`. */
export type TemplateKey = `submitter/${SubmitterTemplate}` | `staff/${StaffTemplate}` | `service/${ServiceTemplate}`;

export const templateKeys: readonly TemplateKey[] = [
  ...toSubmitters.map((name) => `submitter/${name}` as const),
  ...toStaff.map((name) => `staff/${name}` as const),
  ...serviceTemplates.map((name) => `service/${name}` as const),
];

/** The name of what a notice says to an audience. @throws Error where the audience is never told such a thing. */
export function templateKeyFor(audience: NoticeAudience, template: NoticeTemplate): TemplateKey {
  const key = templateKeys.find((name) => name === `${audience}/${template}`);
  if (key === undefined) throw new Error(`there is no text of ${template} for a ${audience}`);
  return key;
}

/** The facts that a text may name, each in double braces. What a case does not have is left empty. */
export const factNames = [
  'name',
  'code',
  'title',
  'receivedOn',
  'answerBy',
  'agency',
  'link',
  'reason',
  'explanation',
  'question',
  'replyBy',
  'text',
  'subject',
  'publishedOn',
  'disputeBy',
  'term',
  'lastDay',
  'oldDay',
  'document',
  'dueToday',
  'overdue',
  'waiting',
  'day',
  'head',
] as const;

type FactName = (typeof factNames)[number];

/** What people wrote or chose in a case, and who they are. */
export const personalFacts = ['name', 'title', 'reason', 'explanation', 'question', 'text', 'subject'] as const;
type PersonalFact = (typeof personalFacts)[number];
export type Facts = Partial<Readonly<Record<FactName, string>>>;
