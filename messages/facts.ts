import type { CaseRow } from '../db/cases';
import type { Executor } from '../db/database';
import { recordOf } from '../db/recorded';
import { versionsOf } from '../db/registers';
import type { CaseEvent, CaseState } from '../domain/case';
import { fold } from '../domain/evolve';
import type { NoticeAudience } from '../domain/informing';
import { movedFor } from '../domain/movedTerms';
import type { Recipient } from '../domain/recipients';
import { factsOn } from '../domain/register';
import { caseHandlers, SERVICE, type Role } from '../domain/roles';
import { termKey, termOf, type Term } from '../domain/terms';
import { dateOf, type Instant, type LocalDate } from '../domain/time';
import { catalogues } from './catalogue';
import type { Facts } from './catalogue/texts';
import type { Language } from '../domain/languages';

/** An event of a case with everything that a message about it may say. */
export interface Occasion {
  readonly row: CaseRow;
  readonly event: CaseEvent;
  readonly earlier: readonly CaseEvent[];
  /** The case as the event left it. */
  readonly state: CaseState;
  /** The hash of the event: the head of the case's chain then (R5). */
  readonly head: string;
}

/** @throws Error where the event is not on record. */
export async function occasionOf(db: Executor, row: CaseRow, seq: number): Promise<Occasion> {
  const recorded = (await recordOf(db, row.code)).filter(({ event }) => event.seq <= seq);
  const last = recorded.at(-1);
  if (last?.event.seq !== seq) throw new Error(`case ${row.code} has no event number ${String(seq)}`);
  const events = recorded.map(({ event }) => event);
  return { row, event: last.event, earlier: events.slice(0, -1), state: fold(row.code, events), head: last.hash };
}

/** Who reads a message, and to whom its notice is; null where it is only tried. */
export interface Reader {
  readonly audience: NoticeAudience;
  readonly name: string;
  readonly language: Language;
  readonly recipient: Recipient | null;
}

/** What a message about an event may say. Nothing comes from anywhere but the case and the lists that it names. */
export async function factsOf(db: Executor, occasion: Occasion, to: Reader, publicUrl: string): Promise<Facts> {
  const { row, event, state, head } = occasion;
  const events = [...occasion.earlier, event];
  const terms = (name: string) => lastDayOf(state, name, to.language);
  const isVouchedFor = to.audience === 'staff' || events.some(isByHandler);
  return {
    name: isVouchedFor ? to.name : '',
    code: row.code,
    title: isVouchedFor ? row.title : '',
    receivedOn: dayText(dateOf(state.receivedAt)),
    answerBy: to.audience === 'submitter' && !isPromised(state, event) ? '' : terms('answerBy'),
    replyBy: terms('infoOverdue'),
    // Nobody is invited to what would be refused.
    disputeBy: state.disputeEnded ? '' : terms('closeAfter'),
    agency: await agencyName(db, state.lead?.agency, event.at, to.language),
    link: `${publicUrl}/${to.audience === 'staff' ? 'cases' : 'track'}/${row.code}`,
    head: `${String(event.seq)}:${head}`,
    question: events.findLast(isQuestion)?.data.question ?? '',
    ...(await ofEvent(db, occasion, to)),
  };
}

const isQuestion = (event: CaseEvent): event is Extract<CaseEvent, { type: 'requestInfo' }> =>
  event.type === 'requestInfo';

async function ofEvent(
  db: Executor,
  { row, event, earlier, state }: Occasion,
  { language, recipient }: Reader
): Promise<Facts> {
  switch (event.type) {
    case 'reject':
      return {
        reason: await labelOf(db, event.data.reason, event.at, language),
        explanation: event.data.explanation,
      };
    case 'decline':
    case 'revise':
    case 'return':
    case 'dispute':
    case 'uphold':
    case 'unpublish':
      return { explanation: event.data.reason };
    case 'publish':
    case 'answerJointly':
      return { text: event.data.text, publishedOn: dayText(dateOf(event.at)) };
    case 'jointAnswerChanged':
      return event.data.change === 'corrected'
        ? { text: event.data.text }
        : { explanation: catalogues[language].jointlyWithdrawn };
    case 'reportProgress':
    case 'supplyInfo':
    case 'republish':
    case 'decide':
      return { text: event.data.text };
    case 'resume':
      return {
        term: catalogues[language].terms['answerBy'] ?? '',
        oldDay: dayText(fold(row.code, earlier).terms['answerBy']?.lastDay),
        lastDay: lastDayOf(state, 'answerBy', language),
      };
    case 'urge':
      return { text: event.data.text ?? '' };
    case 'escalate':
      return { text: event.data.proposal };
    case 'message':
      return { subject: event.data.subject, text: event.data.text };
    case 'alarm':
      return {
        term: catalogues[language].terms[event.data.term] ?? '',
        lastDay: endText(event.data.lastDay, state.terms[termKey({ ...event.data, name: event.data.term })], language),
      };
    case 'calendarChanged': {
      const moved = movedFor(recipient, event, state);
      return {
        document: event.data.document,
        term: (moved && catalogues[language].terms[termOf(moved.term).name]) ?? '',
        oldDay: dayText(moved?.from),
        lastDay: endText(moved?.to, state.terms[moved?.term ?? ''], language),
      };
    }
    default:
      return {};
  }
}

/**
 * Whether somebody whose work it is has dealt with a case. Whoever submits by themselves may name anybody's address: until
 * then nobody gets a letter of the province in words that somebody else chose.
 */
const isByHandler = ({ by }: CaseEvent): boolean =>
  by !== SERVICE && (caseHandlers as readonly Role[]).includes(by.role);

/** Submitters are promised no answer by a day that has passed, or that has been given; who owes one reads since when. */
function isPromised({ terms }: CaseState, { recordedAt }: CaseEvent): boolean {
  const answerBy = terms['answerBy'];
  return answerBy?.phase === 'running' && answerBy.endsAt > recordedAt;
}

function lastDayOf({ terms }: CaseState, name: string, language: Language): string {
  const term = terms[name];
  if (term === undefined || term.phase === 'paused') return '';
  return endText(term.lastDay, term, language);
}

/** The last day of a term; marked where the official days of that time are not announced yet. */
const endText = (day: LocalDate | undefined, term: Pick<Term, 'provisional'> | undefined, language: Language): string =>
  `${dayText(day)}${term?.provisional === true ? catalogues[language].provisional : ''}`;

/** `13/03/2026`, as both languages write it here. */
export const dayText = (day: LocalDate | undefined): string => day?.split('-').reverse().join('/') ?? '';

/** What an agency was called at a moment; nothing where there is none. */
export async function agencyName(
  db: Executor,
  agency: string | undefined,
  at: Instant,
  language: Language
): Promise<string> {
  if (agency === undefined) return '';
  const facts = factsOn(await versionsOf(db, 'agency'), agency, dateOf(at));
  return (language === 'vi' ? facts?.name : facts?.nameEn) ?? '';
}

async function labelOf(db: Executor, reason: string, at: Instant, language: Language): Promise<string> {
  const facts = factsOn(await versionsOf(db, 'rejection_reason'), reason, dateOf(at));
  return (language === 'vi' ? facts?.label : facts?.labelEn) ?? '';
}
