import type { AlarmData, CaseEvent, CaseState, Moved } from './case';
import { LEADERSHIP } from './holdings';
import { OFFICE } from './roles';
import { dateOf } from './time';

/** Whom a notice is for: the submitter, the people of a unit, one account, or the leadership. */
export type Recipient =
  | { readonly kind: 'submitter' }
  | { readonly kind: 'unit'; readonly agency: string }
  | { readonly kind: 'account'; readonly id: string }
  | { readonly kind: typeof LEADERSHIP };

/** What a notice tells; the text of each stands in the catalogue of templates. */
export const noticeTemplates = [
  'received',
  'rejected',
  'info_requested',
  'info_reminder',
  'info_lapsed',
  'info_supplied',
  'forwarded',
  'case_arrived',
  'opinion_asked',
  'declined',
  'assigned',
  'progress',
  'approval_asked',
  'draft_returned',
  'answer_arrived',
  'answer_returned',
  'published',
  'republished',
  'unpublished',
  'dispute_registered',
  'upheld',
  'escalated',
  'decided',
  'urged',
  'message',
  'withdrawn',
  'due_soon',
  'overdue',
  'deadline_moved',
  'case_inherited',
] as const;

export type NoticeTemplate = (typeof noticeTemplates)[number];

/** Something that somebody must be told because of an event. */
export interface Notice {
  readonly to: Recipient;
  readonly template: NoticeTemplate;
}

type CalendarChanged = Extract<CaseEvent, { type: 'calendarChanged' }>;

const submitter: Recipient = { kind: 'submitter' };
const office: Recipient = { kind: 'unit', agency: OFFICE };
const leadership: Recipient = { kind: LEADERSHIP };
const notice = (to: Recipient, template: NoticeTemplate): Notice => ({ to, template });

/** Who has the case: its officer alone where one is named, else the agency that leads it, before that the Office. */
function handlers(state: CaseState): Recipient[] {
  if (state.officer !== null) return [{ kind: 'account', id: state.officer }];
  return state.lead === null ? [office] : [{ kind: 'unit', agency: state.lead.agency }];
}

const isToAnswer = ({ terms }: CaseState): boolean => terms['answerBy']?.settledAt === null;

/** The agencies that have to give an opinion because of an event. */
const opinionsOwedBy = ({ terms = {} }: CaseEvent['changes']): Recipient[] =>
  Object.values(terms).flatMap(({ name, agency }) =>
    name === 'opineBy' && agency !== undefined ? [{ kind: 'unit', agency }] : []
  );

const leadUnit = (state: CaseState): Recipient => ({ kind: 'unit', agency: state.lead?.agency ?? OFFICE });

/** Who has before them what was written without the reply: they must know that it does not heed it. */
function whoLooksAtAnswer(state: CaseState): Recipient[] {
  if (state.status === 'approving') return [leadUnit(state)];
  if (state.status === 'escalated') return [office, leadership];
  return state.status === 'answered' ? [office] : [];
}

/** Who gets a case late in the term to answer has missed its warnings. */
function warningOnArrival(state: CaseState): Notice[] {
  const answerBy = state.terms['answerBy'];
  if (answerBy?.phase === 'lapsed') return [notice(leadUnit(state), 'overdue')];
  return answerBy?.dueSoon === true ? [notice(leadUnit(state), 'due_soon')] : [];
}

/**
 * Whom the world must tell what after an event (R1.3, R6, R8.2, R9.1, R10.1).
 * @param state as the event left it.
 */
export function effectsOf(event: CaseEvent, state: CaseState): Notice[] {
  switch (event.type) {
    case 'submit':
      return [notice(submitter, 'received'), notice(office, 'case_arrived')];
    case 'reject':
      return [notice(submitter, 'rejected')];
    case 'requestInfo':
      return [notice(submitter, 'info_requested')];
    case 'supplyInfo':
      return [submitter, ...handlers(state), ...whoLooksAtAnswer(state)]
        .filter(distinct)
        .map((to) => notice(to, 'info_supplied'));
    case 'resume':
      return event.changes.terms?.['answerBy'] === undefined ? [] : [notice(submitter, 'deadline_moved')];
    case 'forward':
      return [
        notice(submitter, 'forwarded'),
        notice(leadUnit(state), 'case_arrived'),
        ...warningOnArrival(state),
        ...state.coordinating.map(({ agency }) => notice({ kind: 'unit', agency }, 'opinion_asked')),
      ];
    case 'decline':
      return [notice(office, 'declined')];
    case 'assign':
      return handlers(state).map((to) => notice(to, 'assigned'));
    case 'reportProgress':
      return [notice(submitter, 'progress')];
    case 'propose':
      return [notice(leadUnit(state), 'approval_asked')];
    case 'revise':
      return handlers(state).map((to) => notice(to, 'draft_returned'));
    case 'answer':
      return [notice(office, 'answer_arrived')];
    case 'return':
      return [
        ...handlers(state).map((to) => notice(to, 'answer_returned')),
        ...opinionsOwedBy(event.changes).map((to) => notice(to, 'opinion_asked')),
      ];
    case 'publish':
    case 'answerJointly':
      return [notice(submitter, 'published')];
    case 'republish':
      return [notice(submitter, 'republished')];
    case 'unpublish':
      return [notice(submitter, 'unpublished')];
    case 'dispute':
      return [notice(submitter, 'dispute_registered'), notice(office, 'dispute_registered')];
    case 'uphold':
      return [notice(submitter, 'upheld')];
    case 'escalate':
      return [notice(leadership, 'escalated')];
    case 'decide':
      return [
        notice(submitter, 'decided'),
        notice(office, 'decided'),
        ...handlers(state).map((to) => notice(to, 'decided')),
      ];
    case 'withdraw':
      return [notice(office, 'withdrawn'), ...(state.lead === null ? [] : [notice(leadUnit(state), 'withdrawn')])];
    case 'urge':
      return handlers(state).map((to) => notice(to, 'urged'));
    case 'message':
      return [notice(submitter, 'message')];
    case 'alarm':
      return ofAlarm(event.data, state);
    case 'calendarChanged':
      return event.data.moved
        .flatMap((moved) => whoKnows(moved, event, state))
        .filter(distinct)
        .map((to) => notice(to, 'deadline_moved'));
    case 'agencyChanged':
      // Where only the approval changed, nobody has a case that they had not before.
      return event.data.from === event.data.to.agency
        ? []
        : [
            // Who waits for an answer waits for another agency's now, if the lead changed.
            ...(event.changes.lead !== undefined && isToAnswer(state) ? [notice(submitter, 'case_inherited')] : []),
            notice({ kind: 'unit', agency: event.data.to.agency }, 'case_inherited'),
          ];
    case 'jointAnswerChanged':
      return [notice(submitter, event.data.change === 'corrected' ? 'republished' : 'unpublished')];
    case 'accept':
    case 'opine':
    case 'conclude':
    // Nobody can be told any more: the addresses are gone.
    case 'erase':
    case 'note':
    case 'link':
    case 'unlink':
    case 'refused':
      return [];
  }
}

/**
 * To whom the end of a term that moved was told. The Office, which sees what is still to come in its lists, knows of one
 * that had passed: it was told that it had.
 */
function whoKnows({ term: key, from }: Moved, { at }: CalendarChanged, state: CaseState): Recipient[] {
  const term = state.terms[key];
  const alarmed = from < dateOf(at) ? [office] : [];
  switch (term?.name) {
    case 'answerBy': {
      const deciding = state.status === 'escalated' ? [leadership] : [];
      return [submitter, ...handlers(state), leadUnit(state), ...deciding, ...alarmed];
    }
    case 'rejectBy':
    case 'routeBy':
      return alarmed;
    case 'opineBy':
      return term.agency === undefined ? [] : [{ kind: 'unit', agency: term.agency }];
    case 'infoOverdue':
      return [submitter, ...alarmed];
    case 'closeAfter':
      // Nobody is told until when they may dispute what cannot be disputed any more.
      return state.disputeEnded ? [] : [submitter];
    default:
      return [];
  }
}

/** Of the deadlines that moved the one that a recipient is told of, or anybody where none is given: rather that of the answer. */
export function movedFor(recipient: Recipient | null, event: CalendarChanged, state: CaseState): Moved | undefined {
  const known = event.data.moved.filter(
    (moved) => recipient === null || whoKnows(moved, event, state).some((to) => isSame(to, recipient))
  );
  return known.find(({ term }) => term === 'answerBy') ?? known[0];
}

function ofAlarm(alarm: AlarmData, state: CaseState): Notice[] {
  const owing = state.lead === null ? [office] : handlers(state);
  switch (alarm.term) {
    case 'rejectBy':
    case 'routeBy':
      return [notice(office, alarm.kind === 'due' ? 'overdue' : 'due_soon')];
    case 'answerBy':
      return alarm.kind === 'due'
        ? [...owing, leadUnit(state), office].filter(distinct).map((to) => notice(to, 'overdue'))
        : owing.map((to) => notice(to, 'due_soon'));
    case 'progressDue':
      return alarm.missed === true ? [...owing, office].filter(distinct).map((to) => notice(to, 'overdue')) : [];
    case 'postResultBy':
      return owing.map((to) => notice(to, 'overdue'));
    case 'opineBy':
      return alarm.agency === undefined ? [] : [notice({ kind: 'unit', agency: alarm.agency }, 'overdue')];
    case 'infoOverdue':
      return alarm.kind === 'due'
        ? [notice(submitter, 'info_lapsed'), notice(office, 'info_lapsed')]
        : [notice(submitter, 'info_reminder')];
    case 'closeAfter':
      return [];
  }
}

const isSame = (one: Recipient, other: Recipient): boolean => JSON.stringify(one) === JSON.stringify(other);

const distinct = (to: Recipient, index: number, all: readonly Recipient[]): boolean =>
  all.findIndex((other) => isSame(other, to)) === index;
