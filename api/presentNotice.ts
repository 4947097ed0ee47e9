import type { AttemptRow } from '../db/attempts';
import type { NoticeOfCase } from '../db/notices';
import type { NoticeTask } from '../db/noticeTasks';
import type { NoticeTemplate } from '../domain/effects';
import { moment } from './present';

const momentOrNull = (at: Date | null) => (at === null ? null : moment(at));

/** A notice with the tries to send it, and what of it is left to people. Nobody's address is told. */
export function presentNotice(
  { caseCode: _, at, ...notice }: NoticeOfCase,
  attempts: readonly AttemptRow[],
  tasks: readonly NoticeTask[],
  toStaff: boolean
) {
  const isOfNotice = ({ seq, ordinal }: { seq: number; ordinal: number }) =>
    seq === notice.seq && ordinal === notice.ordinal;
  return {
    ...notice,
    at: moment(at),
    attempts: attempts.filter(isOfNotice).map((attempt) => presentAttempt(attempt, toStaff)),
    ...(toStaff ? { tasks: tasks.filter(isOfNotice).map((task) => presentTask(task, notice.template)) } : {}),
  };
}

const presentAttempt = ({ person, channel, attempt, at, result, settledAt, detail }: AttemptRow, toStaff: boolean) => ({
  person,
  channel,
  attempt,
  at: moment(at),
  result,
  settledAt: momentOrNull(settledAt),
  ...(toStaff ? { detail } : {}),
});

export const presentTask = ({ openedAt, closedAt, ...task }: NoticeTask, template: NoticeTemplate) => ({
  ...task,
  template,
  openedAt: moment(openedAt),
  closedAt: momentOrNull(closedAt),
});
