import type { ActionName } from './actions';
import type { ActionInputs, Channel, Lead, LinkKind } from './inputs';
import type { TermName } from './policy';
import type { Actor, SERVICE } from './roles';
import type { Status } from './statuses';
import type { Term, Terms } from './terms';
import type { Instant, LocalDate } from './time';

/** A coordinating agency and whether it agrees; null while it is silent (R7.2). */
interface Coordinator {
  readonly agency: string;
  readonly agrees: boolean | null;
}

/** A question to the submitter that waits for its reply. */
export interface Question {
  readonly askedOn: LocalDate;
  /** Where the case goes back to. */
  readonly origin: Status;
  /** Asked before anybody handled the case: the reply restarts the terms instead of ending a pause. */
  readonly inReception: boolean;
}

/** Whose turn it was from which day's end on; null when nobody owes the case anything. */
export interface Holding {
  readonly holder: string | null;
  readonly after: LocalDate;
}

/** The earlier case that this one is handled with or goes on from, and since when. */
interface CaseLink {
  readonly kind: LinkKind;
  readonly to: string;
  readonly at: Instant;
}

/** Everything that the rules need to know of a case; JSON all through. Texts stand in the events. */
export interface CaseState {
  readonly code: string;
  /** The number of events so far; 0 before the submission. */
  readonly seq: number;
  readonly status: Status;
  readonly policy: number;
  readonly calendar: number;
  readonly channel: Channel;
  readonly category: string | null;
  /** The submitter's account. */
  readonly submitter: string | null;
  readonly follows: string | null;
  /** Absent in cases that never had one. */
  readonly link?: CaseLink | null;
  readonly receivedAt: Instant;
  readonly enteredAt: Instant;
  /** The legal time of the latest event; no later act lies before it. */
  readonly asOf: Instant;
  readonly lead: Lead | null;
  readonly officer: string | null;
  /** Who handled it for the agency whose part the lead agency took over; null once the case is assigned or forwarded anew. */
  readonly formerOfficer?: string | null;
  readonly coordinating: readonly Coordinator[];
  readonly forwardings: number;
  readonly question: Question | null;
  /** The draft that waits for approval or came back from it. */
  readonly proposal: ActionInputs['propose'] | null;
  readonly resultOn: LocalDate | null;
  readonly answeredBy: 'agency' | 'leadership' | null;
  /** Progress was reported since the last time that it was due (R8.2). */
  readonly progressReported: boolean;
  /** The leadership decided on a dispute, or the Office upheld the answer: a further petition is a new case (R10.2). */
  readonly disputeEnded: boolean;
  /** The submitter's personal data were erased. */
  readonly erased?: boolean;
  /** The number of the latest event that the erasure looked at: what was said later may be erased as well. */
  readonly erasedThrough?: number;
  /** The files that went with them. */
  readonly erasedFiles?: readonly string[];
  /** The published answer was taken back and is public no more. */
  readonly unpublished?: boolean;
  readonly terms: Terms;
  readonly holdings: readonly Holding[];
}

/** The part of the state that an event may change. */
export type Changes = Partial<Omit<CaseState, 'code' | 'seq' | 'asOf' | 'holdings'>>;

/** What the shell hands to `decide`: who does what, and when. */
export interface Command<A extends ActionName = ActionName> {
  readonly action: A;
  readonly by: Actor;
  /** When the service took it: the legal time of the act. */
  readonly at: Instant;
  /** The client's idempotency key. */
  readonly key: string;
  readonly input: ActionInputs[A];
}

/** Why an act is refused. */
export type RefusalReason =
  | 'forbidden'
  | 'notFromThisStatus'
  | 'needsApproval'
  | 'notAssigned'
  | 'questionStillOpen'
  | 'disputeEnded'
  | 'alreadyConcluded'
  | 'alreadyOpined'
  | 'decidedByLeadership'
  | 'escalationNotOpen'
  | 'alreadyLinked'
  | 'notLinked'
  | 'nothingPublished'
  | 'alreadyErased'
  | 'invalidInput';

/** What is wrong with one part of the input; `path` is a JSON pointer. */
export interface Fault {
  readonly path: string;
  readonly code: string;
  readonly message: string;
}

export interface Refusal {
  readonly reason: RefusalReason;
  readonly status: Status;
  readonly allowed: readonly ActionName[];
  readonly faults?: readonly Fault[];
}

/** An alarm that rang. */
export interface AlarmData {
  readonly term: TermName;
  readonly agency?: string;
  readonly kind: 'dueSoon' | 'reminder' | 'due';
  readonly daysLeft?: number;
  readonly lastDay: LocalDate;
  readonly lateByCalendar?: boolean;
  /** No progress was reported in the period that ended (`progressDue` only). */
  readonly missed?: boolean;
}

/** How one deadline moved. */
export interface Moved {
  readonly term: string;
  readonly from: LocalDate;
  readonly to: LocalDate;
}

interface CalendarChangedData {
  readonly calendar: number;
  readonly document: string;
  readonly reason: string;
  readonly moved: readonly Moved[];
}

export interface AgencyChangedData {
  readonly from: string;
  readonly to: Lead;
  readonly document: string;
  readonly reform?: number;
}

/** What became of the public answer that a case has together with another one (S5). Why it was taken back may tell of that one's submitter, and is said there alone. */
export type JointAnswerChangedData =
  { readonly change: 'corrected'; readonly text: string } | { readonly change: 'withdrawn' };

interface RefusedData {
  readonly action: ActionName;
  readonly reason: RefusalReason;
}

/** What each type of event tells: an act its input, the others what happened. */
export interface EventData extends ActionInputs {
  alarm: AlarmData;
  calendarChanged: CalendarChangedData;
  agencyChanged: AgencyChangedData;
  jointAnswerChanged: JointAnswerChangedData;
  refused: RefusedData;
}

export type EventType = keyof EventData;

/** What happens to a case besides acts. */
export const otherEvents = [
  'alarm',
  'calendarChanged',
  'agencyChanged',
  'jointAnswerChanged',
  'refused',
] as const satisfies EventType[];

/**
 * One thing that happened to a case. It carries what it changed, so that the past reads the same
 * whatever the rules and the calendar become (R5).
 */
export type CaseEvent = {
  readonly [T in EventType]: {
    readonly seq: number;
    readonly type: T;
    /** The legal time: for an alarm the moment at which it was due. */
    readonly at: Instant;
    /** When the service took note of it. */
    readonly recordedAt: Instant;
    readonly by: Actor | typeof SERVICE;
    readonly data: EventData[T];
    readonly changes: Changes;
  };
}[EventType];

export type Decision =
  { readonly ok: true; readonly events: readonly CaseEvent[] } | { readonly ok: false; readonly refusal: Refusal };

/** The terms that are owed, whatever their phase. */
export const owedTerms = (state: Pick<CaseState, 'terms'>): Term[] =>
  Object.values(state.terms).filter((term) => term.settledAt === null);

/** The agencies that take part, the lead agency first. */
export const agenciesOf = ({ lead, coordinating }: Pick<CaseState, 'lead' | 'coordinating'>): string[] => [
  ...(lead === null ? [] : [lead.agency]),
  ...coordinating.map(({ agency }) => agency),
];

/** The term to answer, where its end is known: none before receipt, nor while the submitter's reply is awaited. */
export function answerDueOf({ terms }: Pick<CaseState, 'terms'>): Term | null {
  const answerBy = terms['answerBy'];
  return answerBy === undefined || answerBy.phase === 'paused' ? null : answerBy;
}

/** The term to answer ran out, and the answer is still owed. */
export const isOverdue = ({ terms }: Pick<CaseState, 'terms'>): boolean => terms['answerBy']?.phase === 'lapsed';

/** A question waits, and the submitter's term to reply ran out. */
export const replyIsOverdue = (state: Pick<CaseState, 'terms'>): boolean =>
  state.terms['infoOverdue']?.phase === 'lapsed';

/** An answer was published once: the term that a publication starts stays in the case for good. */
export const wasPublished = (state: Pick<CaseState, 'terms'>): boolean => state.terms['closeAfter'] !== undefined;

/** The submitter was erased, and since the erasure looked at the case nothing came but that itself. */
export const isWhollyErased = ({ seq, erased, erasedThrough = 0 }: CaseState): boolean =>
  erased === true && seq <= erasedThrough + 1;

/** What a case has to know of itself to go on. */
export interface Known {
  readonly state: CaseState;
  /** The idempotency keys of its latest acts, the latest last. */
  readonly keys: readonly string[];
}

/** What stands on the record of a case from some number on. */
export interface Recorded {
  readonly events: readonly CaseEvent[];
  /** The idempotency keys of the acts that they came from. */
  readonly keys: readonly string[];
}

/** So many acts of a case can be told from a repetition. */
export const KEYS_KEPT = 200;

/** Before the submission; `decide` takes nothing but `submit` from here. */
export const unborn = (code: string): CaseState => ({
  code,
  seq: 0,
  status: 'received',
  policy: 0,
  calendar: 0,
  channel: 'portal',
  category: null,
  submitter: null,
  follows: null,
  receivedAt: '',
  enteredAt: '',
  asOf: '',
  lead: null,
  officer: null,
  coordinating: [],
  forwardings: 0,
  question: null,
  proposal: null,
  resultOn: null,
  answeredBy: null,
  progressReported: false,
  disputeEnded: false,
  terms: {},
  holdings: [],
});
