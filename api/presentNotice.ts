import type { AttemptRow } from '../db/attempts';
import type { NoticeOfCase } from '../db/notices';
import type { NoticeTask } from '../db/noticeTasks';
import type { NoticeTemplate } from '../domain/effects';
import { moment, momentOrNull } from './present';

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
    letter: letterAmong(tasks.filter(isOfNotice)),
    ...(toStaff ? { tasks: tasks.filter(isOfNotice).map((task) => presentTask(task, notice.template)) } : {}),
  };
}

/** The letter by which somebody was informed in the end; null where none was sent. */
function letterAmong(tasks: readonly NoticeTask[]) {
  for (const { sentOn, number } of tasks) if (sentOn !== null && number !== null) return { sentOn, number };
  return null;
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
