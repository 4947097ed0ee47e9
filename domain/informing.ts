import type { Calendar } from './calendar';
import { isWorkingDay } from './calendar';
import type { NoticeTemplate } from './effects';
import { addDays, dateOf, latest, toInstant, toMillis, type Instant } from './time';

/** By what a message travels to a person. */
export const messageChannels = ['email', 'sms', 'zalo'] as const;
export type MessageChannel = (typeof messageChannels)[number];

/**
 * How a try to send stands. `accepted`: the next server has it. `deferred`: not now, says the receiving side.
 * `unavailable`: we do not reach our own provider. `refused` and `bounced`: never, at once or afterwards. `unknown`: it may
 * have left, and the channel cannot be asked again without a second message.
 */
export const attemptResults = [
  'started',
  'accepted',
  'delivered',
  'deferred',
  'unavailable',
  'refused',
  'bounced',
  'unknown',
] as const;
export type AttemptResult = (typeof attemptResults)[number];

export interface Attempt {
  readonly channel: MessageChannel;
  readonly result: AttemptResult;
  readonly at: Instant;
}

/** What is left for a person to do about a notice: to inform by letter, or to mend an address. */
export const noticeTaskKinds = ['letter', 'address'] as const;
export type NoticeTaskKind = (typeof noticeTaskKinds)[number];

/** What is to be tried next for one person; nothing where they are informed, or where no channel is left. */
export interface Progress {
  readonly next: readonly MessageChannel[];
  readonly standing: 'underway' | 'informed' | 'exhausted';
}

/** Told by e-mail and by SMS alike (R1.3); everything else by the first channel that works. */
const byAllMeans: readonly NoticeTemplate[] = ['received', 'info_requested', 'published'];

/** Messages to the submitter that help, but that no rule asks for: those may be turned off, and need no letter. */
export const optionalTemplates: readonly NoticeTemplate[] = [
  'info_reminder',
  'forwarded',
  'deadline_moved',
  'dispute_registered',
  'republished',
  'unpublished',
];

/** Who chooses what they are told. */
export type Reader = 'submitter' | 'staff';

/** The messages that somebody may turn off. What staff are told of their cases is their work. */
export const optionalFor = (reader: Reader): readonly string[] =>
  reader === 'submitter' ? optionalTemplates : ['digest'];

/** Whether a result can still be followed by that of a receipt, which may come late, twice and out of order. */
export const mayBecome = (result: AttemptResult, receipt: 'delivered' | 'bounced'): boolean =>
  receipt === 'delivered' ? result !== 'delivered' : ['started', 'accepted', 'deferred', 'unknown'].includes(result);

/** Sent because time passed, not because somebody acted: they never come at night or on a day off (S6). */
const startedByTheClock: readonly NoticeTemplate[] = ['info_reminder', 'info_lapsed', 'due_soon', 'overdue'];

/** A receiving side that puts us off for longer than this will not take it any more. */
const PATIENCE = 3 * 86_400_000;

/**
 * Follows the duty to inform one person to its end (S6).
 * @param usable the channels that are switched on and for which there is an address, in order.
 * @param attempts in order.
 */
export function informing(
  template: NoticeTemplate,
  usable: readonly MessageChannel[],
  attempts: readonly Attempt[],
  now: Instant
): Progress {
  for (const group of groupsOf(template, usable)) {
    const standings = group.map((channel) => ({ channel, standing: standingOf(channel, attempts, now) }));
    const next = standings.filter(({ standing }) => standing === 'open').map(({ channel }) => channel);
    if (next.length > 0) return { next, standing: 'underway' };
    if (standings.some(({ standing }) => standing === 'good')) return { next: [], standing: 'informed' };
  }
  return { next: [], standing: 'exhausted' };
}

function groupsOf(template: NoticeTemplate, usable: readonly MessageChannel[]): MessageChannel[][] {
  if (!byAllMeans.includes(template)) return usable.map((channel) => [channel]);
  const together = usable.filter((channel) => channel !== 'zalo');
  return [together, usable.filter((channel) => channel === 'zalo')];
}

function standingOf(channel: MessageChannel, attempts: readonly Attempt[], now: Instant): 'open' | 'good' | 'closed' {
  const own = attempts.filter((attempt) => attempt.channel === channel);
  switch (own.at(-1)?.result) {
    case undefined:
    case 'started':
    case 'unavailable':
      return 'open';
    case 'accepted':
    case 'delivered':
      return 'good';
    case 'refused':
    case 'bounced':
    case 'unknown':
      return 'closed';
    case 'deferred': {
      const first = own.find(({ result }) => result === 'deferred');
      return first !== undefined && toMillis(now) - toMillis(first.at) > PATIENCE ? 'closed' : 'open';
    }
  }
}

/** A try, and when it may be made. */
export interface Step {
  readonly channel: MessageChannel;
  readonly at: Instant;
}

const FIRST_PAUSE = 60_000;
const LONGEST_PAUSE = 3_600_000;

/** When a channel may be tried: again after a pause that doubles with each try in vain, and by telephone within waking hours. */
export function stepOn(
  template: NoticeTemplate,
  channel: MessageChannel,
  attempts: readonly Attempt[],
  now: Instant,
  { hours, calendar }: Quiet
): Step {
  const inVain = attempts.filter((attempt) => attempt.channel === channel && isInVain(attempt));
  const last = inVain.at(-1);
  const pause = Math.min(FIRST_PAUSE * 2 ** (inVain.length - 1), LONGEST_PAUSE);
  const earliestTry = last === undefined ? now : latest(now, toInstant(toMillis(last.at) + pause));
  return { channel, at: mayLeaveAt(template, channel, earliestTry, hours, calendar) };
}

const isInVain = ({ result }: Attempt): boolean => result === 'unavailable' || result === 'deferred';

/** When nobody is to be disturbed: outside these hours, and on the days off of this calendar. */
export interface Quiet {
  readonly hours: WakingHours;
  readonly calendar: Calendar;
}

/** The hours of a working day within which telephones may ring, `08:00` to `20:00`. */
export interface WakingHours {
  readonly from: string;
  readonly until: string;
}

/** When a message may leave: at once by e-mail, unless the clock sent it; by telephone within waking hours of a working day. */
function mayLeaveAt(
  template: NoticeTemplate,
  channel: MessageChannel,
  now: Instant,
  hours: WakingHours,
  calendar: Calendar
): Instant {
  return channel === 'email' && !startedByTheClock.includes(template) ? now : nextWakingMoment(now, hours, calendar);
}

/** The moment itself or the next one within waking hours of a working day. */
function nextWakingMoment(now: Instant, hours: WakingHours, calendar: Calendar): Instant {
  const today = dateOf(now);
  const time = now.slice(11, 16);
  if (isWorkingDay(today, calendar) && time >= hours.from && time < hours.until) return now;
  let day = time < hours.from ? today : addDays(today, 1);
  while (!isWorkingDay(day, calendar)) day = addDays(day, 1);
  return `${day}T${hours.from}:00.000+07:00`;
}
