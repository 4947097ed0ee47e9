import type { Counted } from '../db/gauges';
import { toMillis, type Instant } from '../domain/time';

/** A figure that is counted in the database. */
interface CountedGauge {
  readonly name: string;
  readonly help: string;
  readonly label?: string;
  readonly values: (counted: Counted, now: Instant) => readonly (readonly [string, number])[];
}

const alone = (value: number): [string, number][] => [['', value]];
const secondsUntil = (now: Instant, end: Date | null): [string, number][] =>
  end === null ? [] : alone((end.getTime() - toMillis(now)) / 1000);
const secondsSince = (now: Instant, start: Date): number => (toMillis(now) - start.getTime()) / 1000;
const aloneSince = (now: Instant, start: Date | null): [string, number][] =>
  start === null ? [] : alone(secondsSince(now, start));

/** What is told of the database, with a value for each label, or alone. */
export const gauges: readonly CountedGauge[] = [
  {
    name: 'pakn_cases_open',
    help: 'Open cases by status',
    label: 'status',
    values: ({ open }) => open.map(({ status, cases }) => [status, cases]),
  },
  {
    name: 'pakn_cases_overdue',
    help: 'Open cases past their term to answer, by status',
    label: 'status',
    values: ({ open }) => open.map(({ status, overdue }) => [status, overdue]),
  },
  {
    name: 'pakn_alarms_late',
    help: 'Open cases of which a term has ended for more than two minutes without its alarm on record',
    values: ({ lateAlarms }) => alone(lateAlarms),
  },
  {
    name: 'pakn_notices_pending',
    help: 'Notices that have not reached everybody yet',
    values: ({ pending }) => alone(pending.notices),
  },
  {
    name: 'pakn_notices_pending_age_seconds',
    help: 'How long the oldest of them has been waiting, by the legal clock',
    values: ({ pending }, now) => aloneSince(now, pending.since),
  },
  {
    name: 'pakn_notice_tasks_open',
    help: 'What is left for people to do about notices: letters to send, addresses to mend',
    label: 'kind',
    values: ({ tasks }) => tasks.map(({ kind, tasks }) => [kind, tasks]),
  },
  {
    name: 'pakn_notice_tasks_age_seconds',
    help: 'How long the oldest of them has been open, by the legal clock',
    label: 'kind',
    values: ({ tasks }, now) => tasks.map(({ kind, since }) => [kind, secondsSince(now, since)]),
  },
  {
    name: 'pakn_channel_away_seconds',
    help: 'For how long our own provider of a channel has been away or let us in no more: from the first try in vain to the latest',
    label: 'channel',
    values: ({ channels }) => channels.map(({ channel, awaySeconds }) => [channel, awaySeconds]),
  },
  {
    name: 'pakn_deliveries_given_up',
    help: 'Messages to a subscriber that were given up and not sent again',
    label: 'subscriber',
    values: ({ deliveries }) => deliveries.map(({ subscriber, givenUp }) => [subscriber, givenUp]),
  },
  {
    name: 'pakn_deliveries_pending_age_seconds',
    help: 'How long the oldest message to a subscriber has been waiting since it was last queued',
    label: 'subscriber',
    values: ({ deliveries }) => deliveries.map(({ subscriber, pendingSeconds }) => [subscriber, pendingSeconds]),
  },
  {
    name: 'pakn_subscribers_gone',
    help: 'Whether a subscriber has said itself that it wants nothing more (410), and was switched off for it',
    label: 'subscriber',
    values: ({ subscribers }) => subscribers.map(({ subscriber, gone }) => [subscriber, Number(gone)]),
  },
  {
    name: 'pakn_record_sealed_age_seconds',
    help: 'How long ago the record was last sealed by a signed root, by the legal clock',
    values: ({ sealedAt }, now) => aloneSince(now, sealedAt),
  },
  {
    name: 'pakn_partner_comparison_age_seconds',
    help: 'How long ago what a partner holds was last compared without a fault, by the legal clock',
    label: 'partner',
    values: ({ partners }, now) => partners.map(({ partner, comparedAt }) => [partner, secondsSince(now, comparedAt)]),
  },
  {
    name: 'pakn_partner_differences',
    help: 'Cases that a partner holds otherwise than it was told, by its last comparison',
    label: 'partner',
    values: ({ partners }) => partners.map(({ partner, differences }) => [partner, differences]),
  },
  {
    name: 'pakn_calendar_days_announced_seconds',
    help: 'How far ahead the officially announced days reach, by the legal clock',
    values: ({ announcedThrough }, now) => secondsUntil(now, announcedThrough),
  },
];
