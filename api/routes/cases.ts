import { createReadStream } from 'node:fs';
import type { Router } from 'express';
import { attemptsOf } from '../../db/attempts';
import { logExport } from '../../db/exportLog';
import { findNotice, noticesOf } from '../../db/notices';
import { tasksOf } from '../../db/noticeTasks';
import { eventsOf } from '../../db/recorded';
import { versionsOf } from '../../db/registers';
import { withAgencyNames } from '../agencyNames';
import { asOfQuery } from '../../inputs/calendar';
import { isEntitled } from '../../domain/decide';
import { isStaff } from '../../domain/roles';
import { dateOf } from '../../domain/time';
import { listExportQuery, listQuery } from '../../inputs/list';
import { retold } from '../../messages/retold';
import { callerAddress } from '../../http/callerAddress';
import { newCaseCode } from '../caseCode';
import { assertPast, caseAsOf } from '../asOf';
import { caseFilterOf } from '../caseFilter';
import type { ApiContext } from '../context';
import { delivered } from '../delivered';
import { CSV, XLSX } from '../documentTypes';
import { withListFile } from '../exportedList';
import { askedBy, once } from '../idempotency';
import { serve } from '../../http/operation';
import { caseOperations } from '../operations/cases';
import { pageOfCases } from '../pageOfCases';
import { presentPage } from '../nextDeadline';
import { presentTracked } from '../present';
import { presentByItsPolicy } from '../presentByItsPolicy';
import { presentNotice } from '../presentNotice';
import { mayReadEvent, presentEvent } from '../presentEvent';
import { actorOf } from '../../http/principal';
import { Problem, validated } from '../../http/problems';
import { problemOfCase } from '../refusals';
import { startOnce } from '../senderReference';
import { readSubmission } from '../submission';
import { trackedCase } from '../trackedCase';
import { visibleCase } from '../visibleCase';

/** A number of the path. @throws Problem 404 where it is none. */
function numberIn(part: unknown): number {
  if (typeof part !== 'string' || !/^\d{1,4}$/.test(part)) throw new Problem('no-such-message');
  return Number(part);
}

/** Submitting a case and reading cases. Reads never pass through the engine, except the one that asks for its own answer. */
export function caseRoutes(context: ApiContext): Router {
  const { db, accounts, cases, lawBook, messages, now, casePrefix } = context;
  return serve(caseOperations, {
    async submitCase(request, response) {
      const actor = actorOf(response);
      const at = now();
      if (actor.role === 'submitter') await accounts.limits.submit(actor.id, callerAddress(request));
      const asked = askedBy(request, actor, { of: null, reserved: newCaseCode(casePrefix, at) });
      const { status, body } = await once(context, asked, async (claim) =>
        startOnce(context, actor, await readSubmission(context, actor, request.body, at), claim, at)
      );
      response.status(status).location(`/v1/cases/${body.code}`).json(body);
    },

    async listCases(request, response) {
      const actor = actorOf(response);
      const at = now();
      const { rows, ...cursors } = await pageOfCases(db, actor, validated(listQuery, request.query), at);
      response.json({ items: await presentPage(rows, actor, lawBook, at), ...cursors });
    },

    async exportCases(request, response) {
      const actor = actorOf(response);
      const { format, ...filters } = validated(listExportQuery, request.query);
      const at = now();
      await withListFile(context, actor, caseFilterOf(filters, actor, at), format, async (path) => {
        await logExport(db, { at, by: actor.id, subject: 'list', format });
        response.attachment(`cases-${dateOf(at)}.${format}`);
        response.set('Content-Type', format === 'xlsx' ? XLSX : `${CSV}; charset=utf-8`);
        await delivered(createReadStream(path), response);
      });
    },

    async readCase(request, response) {
      const actor = actorOf(response);
      const row = await visibleCase(context, request, actor);
      const asOf = assertPast(validated(asOfQuery, request.query).asOf, now());
      const shown = asOf === undefined ? row : await caseAsOf(context, row, asOf);
      const presented = await presentByItsPolicy(context, shown, actor, asOf);
      response.json({ ...presented, ...(asOf === undefined ? {} : { allowedActions: [], asOf }) });
    },

    async readState(request, response) {
      const actor = actorOf(response);
      const { code, state } = await visibleCase(context, request, actor);
      if (!isStaff(actor.role)) throw new Problem('forbidden', { detail: 'The state of the engine is for staff.' });
      try {
        response.json(await cases.liveState(code));
      } catch (error) {
        const problem = problemOfCase(error);
        // A case that ended long ago has left the engine: the record says how it ended.
        if (problem instanceof Problem && problem.type === 'case-ended') response.json(state);
        else throw problem;
      }
    },

    async listEvents(request, response) {
      const actor = actorOf(response);
      const { code } = await visibleCase(context, request, actor);
      const [events, agencies] = await Promise.all([eventsOf(db, code), versionsOf(db, 'agency')]);
      response.json({
        items: events
          .filter((event) => mayReadEvent(event, actor))
          .map((event) => withAgencyNames(presentEvent(event, actor, events), agencies)),
      });
    },

    async listNotices(request, response) {
      const actor = actorOf(response);
      const { code, state } = await visibleCase(context, request, actor);
      const rows = await noticesOf(db, code);
      // Read after the notices: a notice that failed has its task.
      const [attempts, tasks] = await Promise.all([attemptsOf(db, code), tasksOf(db, code)]);
      const toStaff = isStaff(actor.role);
      response.json({
        items: rows
          .filter(({ recipientKind }) => toStaff || recipientKind === 'submitter')
          .map((row) => presentNotice(row, attempts, tasks, toStaff)),
        maySettle: isEntitled(state, actor, 'message'),
      });
    },

    async readNoticeText(request, response) {
      const row = await visibleCase(context, request, actorOf(response));
      const [seq, ordinal] = [numberIn(request.params['seq']), numberIn(request.params['ordinal'])];
      const notice = await findNotice(db, { caseCode: row.code, seq, ordinal });
      if (notice === undefined) throw new Problem('no-such-message');
      response.json(await retold(db, messages.config, row, notice));
    },

    async trackCase(request, response) {
      response.json(presentTracked(await trackedCase(db, String(request.params.code))));
    },
  });
}
