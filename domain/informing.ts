import type { Calendar } from './calendar';
import { countedDays, isWorkingDay } from './calendar';
import type { NoticeTemplate } from './effects';
import type { Channel } from './inputs';
import { addDays, dateOf, latest, toInstant, toMillis, type Instant } from './time';

/** By what a message travels to a person. */
export const messageChannels = ['email', 'sms', 'zalo'] as const;
export type MessageChannel = (typeof messageChannels)[number];

/**
 * How a try to send stands. `accepted`: the next server has it. `deferred`: not now, says the receiving side, or
 * it is told too often.
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

/** By what a person can be reached. */
export interface Reach {
  /** The channels that are switched on and for which there is an address, in order. */
  readonly usable: readonly MessageChannel[];
  /** The one by which they came to us themselves; null where it was another way, or they are staff. */
  readonly own: MessageChannel | null;
  /** To a submitter a letter is written where no channel is left; to staff nobody writes one. */
  readonly audience: NoticeAudience;
}

/**
 * What is to be tried next for one person. Where they are informed, or no channel is left, only what our own providers
 * held up is still tried, for a while.
 */
export interface Progress {
  readonly next: readonly MessageChannel[];
  readonly stage: 'underway' | 'informed' | 'exhausted';
}

/** By what messages reach somebody as they came to us themselves (S5); null where they came on paper or by pages. */
export function ownChannel(channel: Channel): MessageChannel | null {
  if (channel === 'phone') return 'sms';
  return channel === 'email' || channel === 'zalo' ? channel : null;
}

/** Told by e-mail and by SMS alike (R1.3), and by the submitter's own channel; everything else by the first that works. */
const byAllMeans: readonly NoticeTemplate[] = ['received', 'rejected', 'info_requested', 'progress', 'published'];

/** What an officer wrote, which no SMS holds: by e-mail, and by the submitter's own channel beside it (R1.4, S5). */
const inOwnWords: readonly NoticeTemplate[] = ['message', 'upheld'];

/** Messages to the submitter that help, but that no rule asks for: those may be turned off, and need no letter. */
export const optionalTemplates: readonly NoticeTemplate[] = [
  'info_reminder',
  'info_supplied',
  'forwarded',
  'case_inherited',
  'deadline_moved',
  'dispute_registered',
  'republished',
  'unpublished',
];

/** Who chooses what they are told. */
export type NoticeAudience = 'submitter' | 'staff';

/** The messages that somebody may turn off. What staff are told of their cases is their work. */
export const optionalFor = (audience: NoticeAudience): readonly string[] =>
  audience === 'submitter' ? optionalTemplates : ['digest'];

/** Whether a result can still be followed by that of a receipt, which may come late, twice and out of order. */
export const mayBecome = (result: AttemptResult, receipt: 'delivered' | 'bounced'): boolean =>
  receipt === 'delivered' ? result !== 'delivered' : ['started', 'accepted', 'deferred', 'unknown'].includes(result);

/** Sent because time passed, not because somebody acted: they never come at night or on a day off (S6). */
const startedByTheClock: readonly NoticeTemplate[] = [
  'info_reminder',
  'info_lapsed',
  'due_soon',
  'overdue',
  // A reform takes effect at midnight.
  'case_inherited',
];

/** A receiving side that puts us off for longer than this will not take it any more. */
const PATIENCE_MILLIS = 3 * 86_400_000;

/**
 * Working days for which our own provider may stay away before the next channel is tried, at last the letter: it is ours
 * to mend, and whoever mends it has had a day at work for that. It is no longer, because R6.1 gives two working days to tell.
 */
const HOLD_UP = 1;

/** Working days for which a provider that is away is tried at all where a letter tells in its place: it may still come back. */
const HOPE = 3;

/** Follows the duty to inform one person to its end (S6). @param attempts in order. */
export function informing(
  template: NoticeTemplate,
  reach: Reach,
  attempts: readonly Attempt[],
  now: Instant,
  calendar: Calendar
): Progress {
  const stateBy = (channel: MessageChannel) => channelState(channel, reach, attempts, now, calendar);
  // What was told stays told, also by a channel that leads to nobody any more.
  const counting = messageChannels.filter((one) => reach.usable.includes(one) || stateBy(one) === 'good');
  const heldUp: MessageChannel[] = [];
  for (const group of groupsOf(template, { ...reach, usable: counting })) {
    const states = group.map((channel) => ({ channel, state: stateBy(channel) }));
    const inState = (wanted: ChannelState) =>
      states.filter(({ state }) => state === wanted).map(({ channel }) => channel);
    if (inState('open').length > 0) return { next: inState('open'), stage: 'underway' };
    if (inState('good').length > 0) return { next: inState('heldUp'), stage: 'informed' };
    heldUp.push(...inState('heldUp'));
  }
  // Who gets no letter is told by nothing else: that is no end.
  return { next: heldUp, stage: reach.audience === 'staff' && heldUp.length > 0 ? 'underway' : 'exhausted' };
}

/** The channels that are tried together, and what follows where all of them fail. */
function groupsOf(template: NoticeTemplate, { usable, own }: Reach): MessageChannel[][] {
  const ownFirst = [...usable.filter((channel) => channel === own), ...usable.filter((channel) => channel !== own)];
  if (inOwnWords.includes(template)) {
    const isFirst = (channel: MessageChannel) => channel === own || channel === 'email';
    const others = ownFirst.filter((channel) => !isFirst(channel));
    return [ownFirst.filter(isFirst), ...others.map((channel) => [channel])];
  }
  if (!byAllMeans.includes(template)) return ownFirst.map((channel) => [channel]);
  const isLast = (channel: MessageChannel) => channel === 'zalo' && own !== 'zalo';
  return [ownFirst.filter((channel) => !isLast(channel)), ownFirst.filter(isLast)];
}

/** `heldUp`: our provider has been away for so long that nobody waits for it any more. */
type ChannelState = 'open' | 'good' | 'heldUp' | 'closed';

function channelState(
  channel: MessageChannel,
  { audience }: Reach,
  attempts: readonly Attempt[],
  now: Instant,
  calendar: Calendar
): ChannelState {
  const own = attempts.filter((attempt) => attempt.channel === channel);
  const last = own.at(-1)?.result;
  switch (last) {
    case undefined:
    case 'started':
      return 'open';
    case 'accepted':
    case 'delivered':
      return 'good';
    case 'refused':
    case 'bounced':
    case 'unknown':
      return 'closed';
    case 'deferred':
    case 'unavailable': {
      const since = own.find(({ result }) => result === last)?.at ?? now;
      if (last === 'deferred') return toMillis(now) - toMillis(since) > PATIENCE_MILLIS ? 'closed' : 'open';
      if (now <= workingDaysOn(since, HOLD_UP, calendar)) return 'open';
      return audience === 'staff' || now <= workingDaysOn(since, HOPE, calendar) ? 'heldUp' : 'closed';
    }
  }
}

/** The same time of day so many working days later. */
const workingDaysOn = (moment: Instant, days: number, calendar: Calendar): Instant =>
  `${countedDays(dateOf(moment), days, calendar).at(-1) ?? dateOf(moment)}${moment.slice(10)}`;

/** A try, and when it may be made. */
export interface Step {
  readonly channel: MessageChannel;
  readonly at: Instant;
}

const FIRST_PAUSE_MILLIS = 60_000;
const LONGEST_PAUSE_MILLIS = 3_600_000;

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
  const pause = Math.min(FIRST_PAUSE_MILLIS * 2 ** (inVain.length - 1), LONGEST_PAUSE_MILLIS);
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
