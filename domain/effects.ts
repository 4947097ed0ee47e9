import type { AlarmData, CaseEvent, CaseState } from './case';
import type { Step } from './evolve';
import { whoKnows } from './movedTerms';
import { distinct, handlers, leadership, leadUnit, office, submitter, type Recipient } from './recipients';

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

const notice = (to: Recipient, template: NoticeTemplate): Notice => ({ to, template });

const isToAnswer = ({ terms }: CaseState): boolean => terms['answerBy']?.settledAt === null;

/** The agencies from which an opinion is awaited because of an event, or no longer. */
const opinionsChangedBy = ({ terms = {} }: CaseEvent['changes']): Recipient[] =>
  Object.values(terms).flatMap(({ name, agency }) =>
    name === 'opineBy' && agency !== undefined ? [{ kind: 'unit', agency }] : []
  );

/** Who has before them what was written without the reply: they must know that it does not heed it. */
function whoLooksAtAnswer(state: CaseState): Recipient[] {
  if (state.status === 'approving') return [leadUnit(state)];
  if (state.status === 'escalated') return [office, leadership];
  return state.status === 'answered' ? [office] : [];
}

/** Who worked on a case that was withdrawn, or was to. */
function whoHadIt({ before, event, state }: Step): Recipient[] {
  const waitedForLeadership = before.status === 'escalated' || before.question?.origin === 'escalated';
  return [
    office,
    leadUnit(state),
    ...handlers(state),
    ...(waitedForLeadership ? [leadership] : []),
    ...opinionsChangedBy(event.changes),
  ].filter(distinct);
}

/** Who gets a case late in the term to answer has missed its warnings. */
function warningOnArrival(state: CaseState): Notice[] {
  const answerBy = state.terms['answerBy'];
  if (answerBy?.phase === 'lapsed') return [notice(leadUnit(state), 'overdue')];
  return answerBy?.dueSoon === true ? [notice(leadUnit(state), 'due_soon')] : [];
}

/** Whom the world must tell what after an event (R1.3, R6, R8.2, R9.1, R10.1). */
export function effectsOf(step: Step): Notice[] {
  const { event, state } = step;
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
        ...opinionsChangedBy(event.changes).map((to) => notice(to, 'opinion_asked')),
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
      return whoHadIt(step).map((to) => notice(to, 'withdrawn'));
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
