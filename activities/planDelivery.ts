import { isDeepStrictEqual } from 'node:util';
import { createCalendarBook } from '../books/calendarBook';
import { attemptsOf, type AttemptRow, type NoticeKey, type Way } from '../db/attempts';
import { findCase, type CaseRow } from '../db/cases';
import type { Executor } from '../db/database';
import { noticesOfEvent, setNoticeStatus, type NoticeRow, type NoticeStatus } from '../db/notices';
import { isErased, liftTasks, openLetter, tasksOf, type NoticeTask } from '../db/noticeTasks';
import { SUBMITTER } from '../domain/holdings';
import {
  informing,
  messageChannels,
  optionalTemplates,
  ownChannel,
  stepOn,
  type Quiet,
  type Step,
} from '../domain/informing';
import { earliest, toInstant, type Instant } from '../domain/time';
import { failedBeforeMended, peopleOf, type Person } from '../messages/people';
import { isMoot } from '../messages/moot';
import type { ActivityDependencies } from './index';
import type { Messaging } from '../messages/messaging';

/** What is to be sent now, and when to look again; null where nothing is left to be done. */
export interface DeliveryPlan {
  readonly due: readonly Way[];
  readonly again: Instant | null;
}

/** How far informing one person has come. */
interface PersonProgress {
  readonly person: Person;
  readonly stage: 'underway' | 'informed' | 'exhausted' | 'muted';
  readonly steps: readonly Step[];
}

/** Works out, from what stands on record, how an event's notices go on; keeps their status and what is left to people. */
export function createPlanDelivery({ db, messaging }: Pick<ActivityDependencies, 'db' | 'messaging'>) {
  const calendars = createCalendarBook(db);

  return async (caseCode: string, seq: number, now: Instant): Promise<DeliveryPlan> => {
    if (messaging === null) throw new Error('notices are pending, but no channel is switched on');
    const quiet = { hours: messaging.config.hours, calendar: (await calendars.latest()).calendarFor(now, now) };
    // Who settles a task meanwhile has it worked out anew.
    let plan: DeliveryPlan | null = null;
    while (plan === null) plan = await planned(messaging, caseCode, seq, now, quiet);
    return plan;
  };

  /** null where somebody settled meanwhile what a notice was judged by. */
  async function planned(messaging: Messaging, caseCode: string, seq: number, now: Instant, quiet: Quiet) {
    const [row, notices, attempts, tasks] = await Promise.all([
      findCase(db, caseCode),
      noticesOfEvent(db, caseCode, seq),
      attemptsOf(db, caseCode, seq),
      tasksOf(db, caseCode),
    ]);
    if (row === undefined) throw new Error(`there is no case ${caseCode}`);
    const plans: DeliveryPlan[] = [];
    for (const notice of notices.filter(({ status }) => status !== 'shown' && status !== 'muted')) {
      const own = attempts.filter(({ ordinal }) => ordinal === notice.ordinal);
      const people = await peopleOf(db, notice, row);
      const progress = people.map((person) => progressOf(messaging, row, notice, person, own, now, quiet));
      const known = { row, notice, progress, attempts: own, tasks: tasks.filter((task) => isOf(task, notice)) };
      const plan = await db.transaction((tx) => keepProgress(tx, known, now));
      if (plan === null) return null;
      plans.push(plan);
    }
    return {
      due: plans.flatMap(({ due }) => due),
      again: plans.map(({ again }) => again).reduce(soonest, null),
    };
  }
}

function progressOf(
  { channels }: Messaging,
  { state }: CaseRow,
  { template }: NoticeRow,
  person: Person,
  attempts: readonly AttemptRow[],
  now: Instant,
  quiet: Quiet
): PersonProgress {
  if (person.muted.includes(template)) return { person, stage: 'muted', steps: [] };
  const usable = messageChannels.filter((name) => {
    const [channel, address] = [channels[name], person.addresses[name]];
    if (channel === undefined || address === undefined) return false;
    return channel.carries?.(template) !== false && channel.reaches?.(address) !== false;
  });
  const counting = attempts
    .filter((attempt) => attempt.person === person.id && !failedBeforeMended(attempt, person))
    .map(({ channel, result, at }) => ({ channel, result, at: toInstant(at.getTime()) }));
  const own = person.id === SUBMITTER ? ownChannel(state.channel) : null;
  const { next, stage } = informing(
    template,
    { usable, own, audience: person.audience },
    counting,
    now,
    quiet.calendar
  );
  return { person, stage, steps: next.map((channel) => stepOn(template, channel, counting, now, quiet)) };
}

function planOf(
  { caseCode, seq, ordinal }: NoticeRow,
  progress: readonly PersonProgress[],
  now: Instant
): DeliveryPlan {
  const steps = progress.flatMap(({ person, steps: own }) => own.map((step) => ({ ...step, person: person.id })));
  return {
    due: steps
      .filter(({ at }) => at <= now)
      .map(({ person, channel }) => ({ caseCode, seq, ordinal, person, channel })),
    again: steps.map(({ at }) => at).reduce<Instant | null>(soonest, null),
  };
}

const soonest = (a: Instant | null, b: Instant | null): Instant | null =>
  a === null || b === null ? (a ?? b) : earliest(a, b);

/** What a notice is judged by. */
interface Judged {
  readonly row: CaseRow;
  readonly notice: NoticeRow;
  readonly progress: readonly PersonProgress[];
  readonly attempts: readonly AttemptRow[];
  readonly tasks: readonly NoticeTask[];
}

const nothingLeft: DeliveryPlan = { due: [], again: null };

/**
 * Follows the duty to inform to its end: where no channel is left, somebody sends a letter to the submitter.
 * @returns how it goes on; null where the tasks are others than it was judged by.
 */
async function keepProgress(tx: Executor, judged: Judged, now: Instant): Promise<DeliveryPlan | null> {
  const { row, notice, progress, attempts, tasks } = judged;
  const erased = await isErased(tx, row.code);
  const current = (await tasksOf(tx, row.code)).filter((task) => isOf(task, notice));
  if (!isDeepStrictEqual(current, tasks)) return null;
  // Of an erased case nobody knows whom its submitter's notices were for; what was told stays told.
  if (erased && notice.recipientKind === 'submitter')
    return notice.status === 'pending' || notice.status === 'failed' ? dropped(tx, notice, now) : nothingLeft;

  const letterSent = tasks.some(({ sentOn }) => sentOn !== null);
  // What a late receipt or a letter shows to be told was told all the same.
  const isTold = letterSent || progress.every(({ stage }) => stage === 'informed');
  if (!isTold && (await isMoot(tx, row, notice))) return dropped(tx, notice, now);

  const submitter = progress.find(({ person }) => person.id === SUBMITTER);
  if (submitter?.stage === 'exhausted' && !optionalTemplates.includes(notice.template))
    await openLetter(tx, notice, now);
  if (submitter?.stage === 'informed') await liftTasks(tx, notice, 'letter', now);
  await setNoticeStatus(tx, notice, letterSent ? 'sent' : statusOf(progress, attempts));
  // Who has the letter needs no message after it.
  return planOf(notice, letterSent ? progress.filter((one) => one !== submitter) : progress, now);
}

/** What has lost its sense is told neither by message nor by letter. */
async function dropped(tx: Executor, notice: NoticeRow, now: Instant): Promise<DeliveryPlan> {
  await liftTasks(tx, notice, 'letter', now);
  await setNoticeStatus(tx, notice, 'muted');
  return nothingLeft;
}

const isOf = (task: NoticeTask, { seq, ordinal }: NoticeKey): boolean => task.seq === seq && task.ordinal === ordinal;

function statusOf(progress: readonly PersonProgress[], attempts: readonly AttemptRow[]): NoticeStatus {
  const told = progress.filter(({ stage }) => stage !== 'muted');
  if (told.length === 0) return progress.length === 0 ? 'failed' : 'muted';
  if (told.some(({ stage }) => stage === 'underway')) return 'pending';
  if (told.some(({ stage }) => stage === 'exhausted')) return 'failed';
  const isDelivered = ({ person }: PersonProgress) =>
    attempts.some((attempt) => attempt.person === person.id && attempt.result === 'delivered');
  return told.every(isDelivered) ? 'delivered' : 'sent';
}
