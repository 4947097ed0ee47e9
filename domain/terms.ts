import { countedDays, workingDayUpTo, type Calendar, type Pause } from './calendar';
import { warnedTerms, type Policy, type TermName } from './policy';
import { addDays, endOf, startOf, type Instant, type LocalDate } from './time';

/** What a rule needs to know besides the case: the official days and the numbers of the law. */
export interface Law {
  readonly calendar: Calendar;
  readonly policy: Policy;
}

/**
 * `running`: its end is armed. `paused`: waits for the submitter, has no end. `lapsed`: ran out, still owed.
 * `met`: done, in time or late. `lifted`: no longer owed.
 */
export const termPhases = ['running', 'paused', 'lapsed', 'met', 'lifted'] as const;
export type TermPhase = (typeof termPhases)[number];

/** A moment before the end at which somebody is reminded. */
export interface Warning {
  readonly kind: 'dueSoon' | 'reminder';
  readonly at: Instant;
  /** Working days left, the day of `at` included. */
  readonly daysLeft: number;
}

/** A legal time allowed, and how it stands. */
export interface Term {
  readonly name: TermName;
  /** Whose opinion is awaited (`opineBy` only). */
  readonly agency?: string;
  /** Day 1 is the first working day strictly after this one. */
  readonly from: LocalDate;
  readonly workingDays: number;
  readonly pauses: readonly Pause[];
  readonly pausedSince: LocalDate | null;
  readonly lastDay: LocalDate;
  /** 24:00 of the last day. */
  readonly endsAt: Instant;
  /** The version of the official days by which the last day was counted. */
  readonly calendar: number;
  /** The last day lies beyond the officially announced days. */
  readonly provisional: boolean;
  readonly phase: TermPhase;
  /** Warnings still to come, earliest first. */
  readonly warnings: readonly Warning[];
  /** The moment of a warning has passed: whoever takes the case over is warned at once. */
  readonly dueSoon: boolean;
  /** It ran out before it was met. Never taken back, except by a calendar that moves the end again. */
  readonly late: boolean;
  /** A change of the calendar, not the passing of time, put the end into the past. */
  readonly lateByCalendar: boolean;
  /** Since when it is owed: its start, or the moment at which it was taken up again. */
  readonly owedSince: Instant;
  readonly settledAt: Instant | null;
}

/** Terms by key: the name, and for opinions the agency with it. */
export type Terms = Readonly<Record<string, Term>>;

export const termKey = (term: Pick<Term, 'name' | 'agency'>): string =>
  term.agency === undefined ? term.name : `${term.name}:${term.agency}`;

/** What a key says: opinions have a term for each agency, `opineBy:justice`. */
export function termOf(key: string): Pick<Term, 'name' | 'agency'> {
  const [name, agency] = key.split(':') as [TermName, string?];
  return agency === undefined ? { name } : { name, agency };
}

export const keyed = (terms: readonly Term[]): Terms => Object.fromEntries(terms.map((term) => [termKey(term), term]));

/** What presses the administration, late or not: the time in which a submitter may dispute waits for none of its people. */
export const pressingTerms = (terms: Terms): Term[] =>
  Object.values(terms).filter(
    ({ phase, name }) => (phase === 'running' || phase === 'lapsed') && name !== 'closeAfter'
  );

/** Starts a term on the day `from`. Warnings for moments that have passed at `now` are never given. */
export function startTerm(name: TermName, from: LocalDate, law: Law, now: Instant, agency?: string): Term {
  const blank: Term = {
    name,
    ...(agency === undefined ? {} : { agency }),
    from,
    workingDays: law.policy.terms[name].workingDays,
    pauses: [],
    pausedSince: null,
    lastDay: from,
    endsAt: endOf(from),
    calendar: law.calendar.version,
    provisional: false,
    phase: 'running',
    warnings: [],
    dueSoon: false,
    late: false,
    lateByCalendar: false,
    owedSince: now,
    settledAt: null,
  };
  return scheduled(blank, law, now);
}

/** The term with its end and its coming warnings counted anew. */
export function scheduled(term: Term, law: Law, now: Instant): Term {
  const days = countedDays(term.from, term.workingDays, law.calendar, term.pauses);
  const lastDay = days.at(-1) ?? term.from;
  const warnings = term.phase === 'running' ? warningsOf(term.name, days, law.policy) : [];
  return {
    ...term,
    lastDay,
    endsAt: endOf(lastDay),
    calendar: law.calendar.version,
    provisional: lastDay > law.calendar.officialThrough,
    warnings: warnings.filter((warning) => warning.at > now),
    dueSoon: warnings.some((warning) => warning.at <= now),
  };
}

/** How many of the days that a term counts are left, today included. @param calendar by which it was counted. */
export const daysLeftOn = (
  { from, workingDays, pauses }: Pick<Term, 'from' | 'workingDays' | 'pauses'>,
  today: LocalDate,
  calendar: Calendar
): number => countedDays(from, workingDays, calendar, pauses).filter((day) => day >= today).length;

/** Whether the term stands still while a question to the submitter is open, whose own term to reply runs. */
export const stopsForReply = ({ name }: Pick<Term, 'name'>): boolean =>
  name !== 'postResultBy' && name !== 'infoOverdue';

/** Stops the clock: the day of asking still counts (REQUIREMENTS, "Asking for more"). */
export const pauseTerm = (term: Term, on: LocalDate): Term => ({
  ...term,
  phase: 'paused',
  pausedSince: on,
  warnings: [],
});

/** Lets the clock run on after the day of the reply. A term that had run out before stays run out. */
export function resumeTerm(term: Term, on: LocalDate, law: Law, now: Instant): Term {
  const pauses = [...term.pauses, ...pauseUntil(term, on, law.calendar)];
  return scheduled({ ...term, pauses, pausedSince: null, phase: term.late ? 'lapsed' : 'running' }, law, now);
}

/** After a question on the very last day, the day of the reply takes its place: the deadline moves all the same. */
function pauseUntil({ pausedSince, lastDay }: Term, on: LocalDate, calendar: Calendar): Pause[] {
  if (pausedSince === null) return [];
  if (pausedSince < lastDay) return [{ after: pausedSince, through: on }];
  return [{ after: addDays(pausedSince, -1), through: addDays(workingDayUpTo(on, calendar), -1) }];
}

/** Takes a settled term up again with the end that it had, by the official days as they are known now. */
export function reopenTerm(term: Term, law: Law, now: Instant): Term {
  const owed: Term = { ...term, phase: 'running', owedSince: now, settledAt: null };
  return term.late ? ranOutOrRuns(owed, law, now) : scheduled(owed, law, now);
}

/** A term that had run out, counted anew: where days off were added since, it may not have run out yet. */
export function ranOutOrRuns(term: Term, law: Law, now: Instant): Term {
  const ranOut = scheduled({ ...term, phase: 'lapsed' }, law, now);
  if (ranOut.endsAt <= now) return ranOut;
  return scheduled({ ...term, phase: 'running', late: false, lateByCalendar: false }, law, now);
}

export const settleTerm = (term: Term, phase: 'met' | 'lifted', at: Instant): Term => ({
  ...term,
  phase,
  pausedSince: null,
  warnings: [],
  settledAt: at,
});

function warningsOf(name: TermName, days: readonly LocalDate[], policy: Policy): Warning[] {
  if (name === 'infoOverdue') return warningsAt('reminder', [days.length - policy.infoReminder + 1], days);
  return warnedTerms.includes(name) ? warningsAt('dueSoon', policy.dueSoon, days) : [];
}

/** A warning comes at the start of a working day, so that it meets people at work and never on a day off. */
function warningsAt(kind: Warning['kind'], daysLeft: readonly number[], days: readonly LocalDate[]): Warning[] {
  return [...daysLeft]
    .sort((a, b) => b - a)
    .flatMap((left) => {
      const day = days[days.length - left];
      return day === undefined ? [] : [{ kind, at: startOf(day), daysLeft: left }];
    });
}
