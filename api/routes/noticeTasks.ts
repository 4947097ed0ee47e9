import type { Router } from 'express';
import { recordAdminAct } from '../../db/adminEvents';
import { addCorrection } from '../../db/contacts';
import type { Executor } from '../../db/database';
import { findNotice, reopenNotice, setNoticeStatus, type NoticeRow } from '../../db/notices';
import { closeTasks, findTask, holdTasks, openTasks, tasksOf, type Done, type NoticeTask } from '../../db/noticeTasks';
import { isEntitled } from '../../domain/decide';
import type { Fault } from '../../domain/case';
import { fault } from '../../domain/faults';
import type { Actor } from '../../domain/roles';
import { dateOf } from '../../domain/time';
import { closedTask, letterSent, mendedAddress, taskQuery } from '../../inputs/messages';
import { isBeyondSms, mobileNumber } from '../../messages/channels/phone';
import { inTime } from '../../running/inTime';
import type { ApiContext } from '../context';
import { serve } from '../../http/operation';
import { noticeTaskOperations } from '../operations/messages';
import { pageOf } from '../../http/page';
import { presentTask } from '../presentNotice';
import { actorOf } from '../../http/principal';
import { assertFaultless, invalidInput, Problem, validated } from '../../http/problems';
import { caseFor } from '../visibleCase';

/** Nobody waits longer for the engine before a form. */
const PATIENCE_MILLIS = 5_000;

/** What is left to people so that submitters are informed (S6). */
export function noticeTaskRoutes(context: ApiContext): Router {
  const { db, now, messages, log } = context;
  /**
   * Where and by whom the submitter was told is settled by who may write to them.
   * @throws Problem where it is not there, not theirs, or done.
   */
  async function openTaskOf(actor: Actor, id: unknown, kind?: NoticeTask['kind']): Promise<NoticeTask> {
    const task = typeof id === 'string' && /^[1-9]\d{0,14}$/.test(id) ? await findTask(db, Number(id)) : undefined;
    if (task === undefined || (kind !== undefined && task.kind !== kind)) throw new Problem('no-such-task');
    const { state } = await caseFor(context, task.caseCode, actor);
    if (!isEntitled(state, actor, 'message')) throw new Problem('forbidden');
    if (task.closedAt !== null) throw new Problem('task-done');
    return task;
  }

  async function presented(id: number) {
    const task = await findTask(db, id);
    if (task === undefined) throw new Error(`there is no task ${String(id)}`);
    return presentTask(task, (await noticeOf(task)).template);
  }

  async function noticeOf(task: NoticeTask): Promise<NoticeRow> {
    const notice = await findNotice(db, task);
    if (notice === undefined) throw new Error(`task ${String(task.id)} has no notice`);
    return notice;
  }

  /** It stands on record already that they go on: where the engine is away, a chore of the day has them go on. */
  async function goOn(caseCode: string, tasks: readonly NoticeTask[]): Promise<void> {
    const seqs = [...new Set(tasks.map(({ seq }) => seq))];
    const all = Promise.all(seqs.map((seq) => messages.deliveries.wake(caseCode, seq)));
    await inTime(all, PATIENCE_MILLIS).catch((error: unknown) => {
      log.error({ err: error }, 'what is told again since an address was mended waits for the engine');
    });
  }

  /** A mended number is one to which something can be sent: nobody looks after the address of the case again. */
  function phoneFaults(phone: string): Fault[] {
    if (mobileNumber(phone) === null) return [fault('/phone', 'noMobile', 'It is no number of a mobile telephone.')];
    const { sms, zalo } = messages.config;
    if (zalo !== null || !isBeyondSms(phone, sms.countries)) return [];
    return [fault('/phone', 'notSentThere', 'No SMS are sent to numbers of its country (`SMS_COUNTRIES`).')];
  }

  return serve(noticeTaskOperations, {
    async listNoticeTasks(request, response) {
      const actor = actorOf(response);
      const { kind, cursor = 0, limit } = validated(taskQuery, request.query);
      const lead = actor.role === 'reception' ? null : actor.agency;
      const tasks = await openTasks(db, { kind, lead, after: cursor }, limit + 1);
      const { items, nextCursor } = pageOf(tasks, limit, ({ task }) => String(task.id));
      response.json({ items: items.map(({ task, template }) => presentTask(task, template)), nextCursor });
    },

    async sendLetter(request, response) {
      const actor = actorOf(response);
      const task = await openTaskOf(actor, request.params['task'], 'letter');
      const letter = validated(letterSent, request.body);
      const at = now();
      if (letter.sentOn > dateOf(at))
        throw invalidInput([fault('/sentOn', 'future', 'The letter is still to be sent.')]);
      const { caseCode, seq, ordinal } = task;
      const notice = await noticeOf(task);
      await db.transaction(async (tx) => {
        await settle(tx, task, { at, by: actor.id, ...letter });
        await setNoticeStatus(tx, task, 'sent');
        await recordAdminAct(tx, {
          at,
          by: actor.id,
          act: 'notice.letter',
          subject: `case/${caseCode}`,
          before: null,
          // The note may tell of the submitter: it stays where an erasure reaches it.
          after: { notice: notice.template, seq, ordinal, sentOn: letter.sentOn, number: letter.number },
          document: null,
        });
      });
      response.json(await presented(task.id));
    },

    async mendAddress(request, response) {
      const actor = actorOf(response);
      const task = await openTaskOf(actor, request.params['task'], 'address');
      const { email, phone, note } = validated(mendedAddress, request.body);
      assertFaultless(phone === null ? [] : phoneFaults(phone));
      const at = now();
      const { caseCode } = task;
      const waiting = await db.transaction(async (tx) => {
        const settled = await settle(tx, task, { at, by: actor.id, note });
        for (const each of settled) await reopenNotice(tx, each);
        await addCorrection(tx, { caseCode, email, phone, at, by: actor.id });
        await recordAdminAct(tx, {
          at,
          by: actor.id,
          act: 'contact.mend',
          subject: `case/${caseCode}`,
          before: null,
          // Addresses are personal data: the act says which, and the case's page shows what they are.
          after: { mended: [...(email === null ? [] : ['email']), ...(phone === null ? [] : ['phone'])] },
          document: null,
        });
        return settled;
      });
      await goOn(caseCode, waiting);
      response.json(await presented(task.id));
    },

    async closeNoticeTask(request, response) {
      const actor = actorOf(response);
      const task = await openTaskOf(actor, request.params['task']);
      const { note } = validated(closedTask, request.body);
      const at = now();
      const { caseCode, seq, ordinal, kind } = task;
      const notice = await noticeOf(task);
      await db.transaction(async (tx) => {
        await settle(tx, task, { at, by: actor.id, note });
        await recordAdminAct(tx, {
          at,
          by: actor.id,
          act: 'notice.close',
          subject: `case/${caseCode}`,
          before: null,
          // The note stays where an erasure reaches it, as that of a letter.
          after: { kind, notice: notice.template, seq, ordinal },
          document: null,
        });
      });
      response.json(await presented(task.id));
    },
  });
}

/**
 * Closes a task with those that the same settles: an address is that of its whole case, a letter tells of its own notice.
 * An erasure, which closes them too, comes before this or after, and leaves no address behind.
 * @throws Problem where somebody was first
 */
async function settle(tx: Executor, task: NoticeTask, done: Done): Promise<readonly NoticeTask[]> {
  await holdTasks(tx, task.caseCode);
  const open = (await tasksOf(tx, task.caseCode)).filter(({ closedAt }) => closedAt === null);
  if (!open.some(({ id }) => id === task.id)) throw new Problem('task-done');
  const settled = open.filter(({ id, kind }) => id === task.id || (kind === 'address' && task.kind === 'address'));
  await closeTasks(
    tx,
    settled.map(({ id }) => id),
    done
  );
  return settled;
}
