import { isWorkingDay, type Calendar } from '../../../domain/calendar';
import type { CaseEvent, CaseState } from '../../../domain/case';
import { evolve } from '../../../domain/evolve';
import { unborn } from '../../../domain/case';
import { holderOf } from '../../../domain/holdings';
import { addDays, dateOf, startOf, type Instant, type LocalDate } from '../../../domain/time';

export interface Life {
  readonly code: string;
  readonly events: readonly CaseEvent[];
}

export interface Asked {
  readonly from: LocalDate;
  readonly through: LocalDate;
  readonly asOf: Instant;
}

/** What a report must say of one case: found out event by event and day by day. */
export interface Told {
  readonly code: string;
  readonly agency: string | null;
  readonly category: string | null;
  readonly channel: string;
  /** The names of the figures that count it. */
  readonly figures: readonly string[];
  /** Where it was answered in the period: the working days of its term that were used. */
  readonly usedDays: number | null;
  /** Working days by holder. */
  readonly held: Readonly<Record<string, number>>;
}

/** @returns null where the case was not known yet. */
export function toldOf({ code, events }: Life, { from, through, asOf }: Asked, calendar: Calendar): Told | null {
  const known = events.filter(({ recordedAt }) => recordedAt <= asOf);
  const states = known.map((_, index) => known.slice(0, index + 1).reduce(evolve, unborn(code)));
  const state = states.at(-1);
  if (state === undefined) return null;
  const within = (day: LocalDate) => day >= from && day <= through;
  const { answerBy } = state.terms;
  const received = dateOf(state.receivedAt);
  const settled = answerBy!.settledAt === null ? null : dateOf(answerBy!.settledAt);
  const lateAfter = latenessOf(states);
  const settledWithin = settled !== null && within(settled);
  const stillOwed = received <= through && (settled === null || settled > through);
  const wasLate = lateAfter !== null && lateAfter <= through;
  const happened = (type: string) => known.some((event) => event.type === type && within(dateOf(event.at)));
  const isMet = answerBy!.phase === 'met';
  const flags: Record<string, boolean> = {
    carriedOver: received < from && (settled === null || settled >= from),
    received: within(received),
    onTime: settledWithin && isMet && lateAfter === null,
    late: settledWithin && lateAfter !== null,
    endedUnanswered: settledWithin && !isMet && lateAfter === null,
    inTerm: stillOwed && !wasLate,
    runningLate: stillOwed && wasLate,
    returned: happened('return'),
    disputed: happened('dispute'),
  };
  const figures = Object.keys(flags).filter((name) => flags[name]);
  const counts = flags['carriedOver']! || flags['received']!;
  const until = [through, dateOf(asOf), ...(settled === null ? [] : [settled])].sort()[0]!;
  return {
    code,
    agency: state.lead?.agency ?? null,
    category: state.category,
    channel: state.channel,
    figures,
    usedDays:
      settledWithin && isMet
        ? daysAfter(answerBy!.from, settled).filter(
            (day) =>
              isWorkingDay(day, calendar) &&
              !answerBy!.pauses.some((pause) => day > pause.after && day <= pause.through)
          ).length
        : null,
    held: counts ? heldBy(states, daysAfter(received, until), calendar) : {},
  };
}

/** The last day of the first term to answer that ran out, unless a change of the calendar took that back. */
function latenessOf(states: readonly CaseState[]): LocalDate | null {
  const late = new Map<LocalDate, LocalDate>();
  for (const { terms } of states) {
    const { answerBy } = terms;
    if (answerBy!.late) late.set(answerBy!.from, answerBy!.lastDay);
    else late.delete(answerBy!.from);
  }
  return [...late.values()][0] ?? null;
}

/** Each working day goes to whoever had the case when it began. */
function heldBy(states: readonly CaseState[], days: readonly LocalDate[], calendar: Calendar): Record<string, number> {
  const held: Record<string, number> = {};
  for (const day of days.filter((one) => isWorkingDay(one, calendar))) {
    const holder = holderOf(states.findLast(({ asOf }, index) => index === 0 || asOf < startOf(day))!);
    if (holder !== null) held[holder] = (held[holder] ?? 0) + 1;
  }
  return held;
}

function daysAfter(from: LocalDate, through: LocalDate): LocalDate[] {
  const days: LocalDate[] = [];
  for (let day = addDays(from, 1); day <= through; day = addDays(day, 1)) days.push(day);
  return days;
}

/** As statistics define them: the middle, between two where there is none, and the smallest that nine of ten do not exceed. */
export function quantiles(values: readonly number[]): { median: number | null; ninetieth: number | null } {
  const sorted = [...values].sort((a, b) => a - b);
  if (sorted.length === 0) return { median: null, ninetieth: null };
  const middle = (sorted.length - 1) / 2;
  return {
    median: (sorted[Math.floor(middle)]! + sorted[Math.ceil(middle)]!) / 2,
    ninetieth: sorted[Math.ceil(sorted.length * 0.9) - 1]!,
  };
}
