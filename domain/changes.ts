import { needlessSinceAnswer, startProgress } from './settling';
import type { Calendar } from './calendar';
import {
  agenciesOf,
  owedTerms,
  wasPublished,
  type AgencyChangedData,
  type CaseEvent,
  type CaseState,
  type Changes,
  type JointAnswerChangedData,
  type Moved,
  type Question,
} from './case';
import type { Lead } from './inputs';
import { SERVICE } from './roles';
import { isFinal } from './statuses';
import {
  keyed,
  pauseTerm,
  ranOutOrRuns,
  scheduled,
  settleTerm,
  stopsForReply,
  type Law,
  type Term,
  type Terms,
} from './terms';
import { earliest, latest, startOf, type Instant } from './time';

/** The official days changed: the new snapshot, and the document that changed them. */
export interface CalendarChange {
  readonly calendar: Calendar;
  readonly document: string;
  readonly reason: string;
  /** When it was announced: what was due by then was due by the old days. Now, where it does not say. */
  readonly announcedAt?: Instant;
}

/**
 * An agency went over into another one, or the Office took its cases (REQUIREMENTS, "Agencies are data"). Where `from`
 * and `to` are the same agency, only the approval that its answers need has changed.
 */
export interface AgencyChange {
  readonly from: string;
  readonly to: Lead;
  readonly document: string;
  /** The number of the decision in the register of agencies. */
  readonly reform?: number;
}

/** Counts every owed term anew. Nothing happens twice: a calendar that the case has already, or an older one, does nothing, and neither does any to a case that has ended. */
export function changeCalendar(state: CaseState, change: CalendarChange, law: Law, now: Instant): CaseEvent[] {
  if (change.calendar.version <= state.calendar || isFinal(state.status)) return [];
  const newLaw = { ...law, calendar: change.calendar };
  const at = latest(state.asOf, earliest(change.announcedAt ?? now, now));
  const terms = recounted(state, newLaw, at);
  const moved: Moved[] = Object.entries(terms).flatMap(([key, term]) => {
    const from = state.terms[key]?.lastDay;
    // What stands still has no end that could move: the reply decides it.
    const stands = from === undefined || from === term.lastDay || term.phase === 'paused';
    return stands ? [] : [{ term: key, from, to: term.lastDay }];
  });
  return [
    {
      ...serviceEvent(state, now),
      at,
      type: 'calendarChanged',
      data: { calendar: change.calendar.version, document: change.document, reason: change.reason, moved },
      changes: { calendar: change.calendar.version, terms },
    },
  ];
}

/** The successor takes the agency's part in the case; who acted before stays on record. A case without the agency, or that has changed already, does not notice. */
export function changeAgency(state: CaseState, change: AgencyChange, now: Instant): CaseEvent[] {
  const changes = changesBy(state, change, now);
  if (changes === null || isFinal(state.status)) return [];
  const data: AgencyChangedData = change;
  return [{ ...serviceEvent(state, now), type: 'agencyChanged', data, changes }];
}

/**
 * The answer that a case has together with another one is public in another wording, or no more (S5): its submitter is
 * told, also where it has ended since. It changes nothing of what is owed.
 */
export function changeJointAnswer(state: CaseState, data: JointAnswerChangedData, now: Instant): CaseEvent[] {
  if (state.erased === true || !wasPublished(state)) return [];
  return [{ ...serviceEvent(state, now), type: 'jointAnswerChanged', data, changes: {} }];
}

function changesBy(state: CaseState, change: AgencyChange, now: Instant): Changes | null {
  const { from, to } = change;
  if (from === to.agency)
    return state.lead?.agency === from && state.lead.needsApproval !== to.needsApproval ? { lead: to } : null;
  if (!takesPart(state, from)) return null;
  return {
    ...(state.lead?.agency === from
      ? { lead: to, officer: null, formerOfficer: state.officer ?? state.formerOfficer ?? null }
      : {}),
    coordinating: inherited(state, change),
    terms: inheritedOpinions(state, change, now),
  };
}

const serviceEvent = (state: CaseState, now: Instant) =>
  ({ seq: state.seq + 1, at: now, recordedAt: now, by: SERVICE }) as const;

function recounted(state: CaseState, law: Law, now: Instant): Terms {
  const answerBy = state.terms['answerBy'];
  const terms = owedTerms(state)
    .filter((term) => term.name !== 'progressDue')
    .map((term) => recount(term, state, law, now));
  const newAnswerBy = terms.find((term) => term.name === 'answerBy');
  const progress = state.terms['progressDue'];
  if (progress?.settledAt !== null || newAnswerBy === undefined || answerBy === undefined) return keyed(terms);
  // The rhythm hangs on the end of the answer term: it moves with it, or ends if that is to come again.
  const newProgress =
    newAnswerBy.phase === 'lapsed'
      ? progressAfter(newAnswerBy, progress, law, now)
      : settleTerm(progress, 'lifted', now);
  return keyed([...terms, newProgress]);
}

function progressAfter(answerBy: Term, progress: Term, law: Law, now: Instant): Term {
  const moved = scheduled({ ...progress, from: answerBy.lastDay }, law, now);
  const passed = moved.phase === 'running' && moved.endsAt <= now;
  return passed ? startProgress({ ...answerBy, owedSince: now }, law, now) : moved;
}

function recount(term: Term, { question }: CaseState, law: Law, now: Instant): Term {
  if (term.phase === 'lapsed')
    return question !== null && stopsForReply(term)
      ? recountedAsAsked(term, question, law)
      : ranOutOrRuns(term, law, now);
  const counted = scheduled(term, law, now);
  return term.phase === 'running' && counted.endsAt <= now
    ? { ...counted, lateByCalendar: term.endsAt > now }
    : counted;
}

/** What ran out before a question: where it ran then by the new days, the question stopped it. */
function recountedAsAsked(term: Term, { askedOn }: Question, law: Law): Term {
  const then = ranOutOrRuns(term, law, startOf(askedOn));
  return then.phase === 'running' ? pauseTerm(then, askedOn) : then;
}

/** The successor takes the predecessor's place, unless it takes part already; one that leads coordinates no more. */
function inherited(state: CaseState, { from, to }: AgencyChange): CaseState['coordinating'] {
  const leads = state.lead?.agency === from;
  return state.coordinating.flatMap((coordinator) => {
    if (coordinator.agency === from) return takesPart(state, to.agency) ? [] : [{ ...coordinator, agency: to.agency }];
    return coordinator.agency === to.agency && leads ? [] : [coordinator];
  });
}

/**
 * The opinion that the old agency owes is owed by its successor, with the same end; one that leads now owes none. So it is
 * with one that an answer made needless, since that answer may be returned.
 */
function inheritedOpinions(state: CaseState, { from, to }: AgencyChange, now: Instant): Terms {
  const owed = owedTerms(state);
  const opinionOf = (agency: string, terms: readonly Term[]) => terms.filter((term) => term.agency === agency);
  const noMore = [...opinionOf(from, owed), ...(state.lead?.agency === from ? opinionOf(to.agency, owed) : [])];
  const passedOn = takesPart(state, to.agency) ? [] : opinionOf(from, [...owed, ...needlessSinceAnswer(state)]);
  return keyed([
    ...noMore.map((term) => settleTerm(term, 'lifted', now)),
    ...passedOn.map((term) => ({ ...term, agency: to.agency })),
  ]);
}

const takesPart = (state: CaseState, agency: string): boolean => agenciesOf(state).includes(agency);
