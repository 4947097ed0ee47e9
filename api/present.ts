import type { CaseRow } from '../db/cases';
import { mended, type Contact, type Correction } from '../db/contacts';
import { answerDueOf, type CaseState } from '../domain/case';
import { offeredActions } from '../domain/followUp';
import { holderOf } from '../domain/holdings';
import type { Policy } from '../domain/policy';
import { isStaff, type Actor, type Role } from '../domain/roles';
import type { Status } from '../domain/statuses';
import { termOf, type Term } from '../domain/terms';
import { toInstant } from '../domain/time';

export const moment = (date: Date): string => toInstant(date.getTime());

export const momentOrNull = (date: Date | null): string | null => (date === null ? null : moment(date));

/** A deadline as people see it. A paused one has no end until the reply comes. */
export const presentTerm = (term: Term) => ({
  from: term.from,
  workingDays: term.workingDays,
  phase: term.phase,
  lastDay: term.phase === 'paused' ? null : term.lastDay,
  endsAt: term.phase === 'paused' ? null : term.endsAt,
  provisional: term.provisional,
  late: term.late,
  lateByCalendar: term.lateByCalendar,
  settledAt: term.settledAt,
});

const deadlinesOf = (state: CaseState) =>
  Object.fromEntries(Object.entries(state.terms).map(([key, term]) => [key, presentTerm(term)]));

/** Whose opinion is awaited inside the administration is not the submitter's to see. */
export const maySeeTerm = (key: string, { role }: Actor): boolean => isStaff(role) || !isOpinion(key);

const isOpinion = (key: string): boolean => termOf(key).name === 'opineBy';

/** An earlier answer may have been published while a new one has not. */
const answerIsPublic: readonly Status[] = ['published', 'disputed', 'closed'];

/**
 * The case for one who may see it, with what they may do now. Who disagrees inside the administration is not the submitter's to see.
 * @param corrections what officers have mended of the submitter's addresses; told to staff alone.
 */
export function presentCase(row: CaseRow, actor: Actor, policy: Policy, corrections: readonly Correction[]) {
  const { state } = row;
  const staff = isStaff(actor.role);
  return {
    ...presentListed(row, actor),
    content: row.content,
    submitter: {
      name: row.submitterName,
      address: row.submitterAddress,
      phone: row.submitterPhone,
      email: row.submitterEmail,
    },
    ...(staff ? { contact: presentContact(mended(row, corrections)) } : {}),
    attachments: row.attachments,
    dossierNumber: row.dossierNumber,
    follows: row.follows,
    sender: row.sender,
    reference: row.reference,
    holder: holderOf(state),
    answer: answerFor(row, actor.role),
    published:
      row.publishedAt === null
        ? null
        : {
            number: row.publicationNumber,
            at: moment(row.publishedAt),
            title: row.publishedTitle,
            content: row.publishedContent,
            answer: row.publishedAnswer,
          },
    deadlines: Object.fromEntries(Object.entries(deadlinesOf(state)).filter(([key]) => maySeeTerm(key, actor))),
    ...(staff ? { coordinating: state.coordinating, forwardings: state.forwardings, resultOn: state.resultOn } : {}),
    head: { seq: row.seq, hash: row.head },
    policy: state.policy,
    calendar: state.calendar,
    allowedActions: offeredActions(state, actor, policy),
  };
}

const presentContact = ({ emailMendedAt, phoneMendedAt, ...addresses }: Contact) => ({
  ...addresses,
  emailMendedAt: momentOrNull(emailMendedAt),
  phoneMendedAt: momentOrNull(phoneMendedAt),
});

/** The answer as far as its reader may know it: a connected system as it is published now, a submitter as it was given. */
function answerFor(row: CaseRow, role: Role): string | null {
  if (isStaff(role)) return row.answer;
  if (!answerIsPublic.includes(row.status)) return null;
  return role === 'integration' ? row.publishedAnswer : row.answer;
}

const linkOf = ({ linkKind: kind, linkedTo: to }: CaseRow) => (kind === null || to === null ? null : { kind, to });

/** When the answer is due; provisional where the official days of that time are not announced yet. */
const presentAnswerDue = ({ answerDue, state }: CaseRow) => ({
  answerDue: momentOrNull(answerDue),
  answerDueProvisional: answerDueOf(state)?.provisional === true,
});

/** The case as a line of a list. A submitter learns which unit handles it, not which person. */
export const presentListed = (row: CaseRow, { role }: Actor) => ({
  code: row.code,
  status: row.status,
  title: row.title,
  category: row.category,
  channel: row.channel,
  receivedAt: moment(row.receivedAt),
  enteredAt: moment(row.enteredAt),
  leadAgency: row.leadAgency,
  officer: isStaff(role) ? row.officer : null,
  link: isStaff(role) ? linkOf(row) : null,
  waitsFor: row.waitsFor,
  ...presentAnswerDue(row),
  overdue: row.overdue,
  updatedAt: moment(row.updatedAt),
});

/** What the system that sent a case learns of it: no more than its submitter, and the answer as it is published. */
export const presentForSender = (row: CaseRow) => ({
  ...presentTracked(row),
  reference: row.reference,
  deadlines: Object.fromEntries(Object.entries(deadlinesOf(row.state)).filter(([key]) => !isOpinion(key))),
  answer: answerFor(row, 'integration'),
});

/** What anybody may see who holds the code: status and dates, never who sent it or what it says. */
export const presentTracked = (row: CaseRow) => ({
  code: row.code,
  status: row.status,
  category: row.category,
  receivedAt: moment(row.receivedAt),
  ...presentAnswerDue(row),
  overdue: row.overdue,
  leadAgency: row.leadAgency,
  publishedAt: momentOrNull(row.publishedAt),
  publication: row.publishedAt && row.publicationNumber,
  head: { seq: row.seq, hash: row.head },
  updatedAt: moment(row.updatedAt),
});
