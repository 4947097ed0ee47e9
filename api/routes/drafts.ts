import type { Request, Router } from 'express';
import { CaseNotRunning } from '../../reachingCases';
import { findCase } from '../../db/cases';
import { dismissDraft, findDraft, handFilesTo, listDrafts, noteCase, reserveCase, type Draft } from '../../db/drafts';
import { dismissal, draftCompletion, draftQuery, writeDraftCursor } from '../../inputs/drafts';
import { newCaseCode } from '../caseCode';
import { completedDraft, type Completion } from '../completedDraft';
import type { ApiContext } from '../context';
import { serve } from '../../http/operation';
import { draftOperations } from '../operations/drafts';
import { pageOf } from '../../http/page';
import { moment, momentOrNull } from '../present';
import { actorOf } from '../../http/principal';
import { Problem, validated } from '../../http/problems';
import { problemOfCase } from '../refusals';
import { readSubmission, startCase } from '../submission';

/** Messages from outside, and what the Office makes of them (R3). */
export function draftRoutes(context: ApiContext): Router {
  const { cases, db, now, casePrefix } = context;

  async function draftOf(request: Request): Promise<Draft> {
    const found = await findDraft(db, String(request.params['draft']));
    if (found === undefined) throw new Problem('no-such-draft');
    return found;
  }

  /** Whether a case is on record or on its way there. @throws Problem 503 where nobody can say. */
  async function hasStarted(code: string): Promise<boolean> {
    if ((await findCase(db, code)) !== undefined) return true;
    try {
      await cases.liveState(code);
      return true;
    } catch (error) {
      if (error instanceof CaseNotRunning) return false;
      throw problemOfCase(error);
    }
  }

  return serve(draftOperations, {
    async listDrafts(request, response) {
      const { cursor = null, limit, ...filter } = validated(draftQuery, request.query);
      const rows = await listDrafts(db, filter, cursor, limit + 1);
      const { items, nextCursor } = pageOf(rows, limit, writeDraftCursor);
      response.json({ items: items.map(presentDraft), nextCursor });
    },

    async readDraft(request, response) {
      response.json(presentDraft(await draftOf(request)));
    },

    async submitDraft(request, response) {
      const actor = actorOf(response);
      const draft = await draftOf(request);
      const at = now();
      if (draft.settledAt !== null) throw settled(draft);
      validated(draftCompletion, request.body);
      const files = await handFilesTo(db, draft, actor.id);
      const completed = completedDraft(draft, request.body as Completion, files);
      // The files are the message's, also where somebody else has just begun to make the same case of it.
      const input = await readSubmission(context, actor, completed, at, files);
      // From here on nobody dismisses the draft, whether or not the case is heard of at once.
      const code = await reserveCase(db, draft.id, newCaseCode(casePrefix, at));
      if (code === undefined) throw settled(await draftOf(request));
      const answer = await startCase(context, actor, input, { key: `draft/${draft.id}`, caseCode: code }, at);
      await noteCase(db, draft.id, code, { settledAt: new Date(at), settledBy: actor.id });
      response.status(answer.status).location(`/v1/cases/${code}`).json(answer.body);
    },

    async dismissDraft(request, response) {
      const draft = await draftOf(request);
      const { reason } = validated(dismissal, request.body);
      if (draft.caseCode !== null && (await hasStarted(draft.caseCode))) throw settled(draft);
      const dismissed = await dismissDraft(db, draft, {
        settledAt: new Date(now()),
        settledBy: actorOf(response).id,
        reason,
      });
      if (dismissed === undefined) throw settled(await draftOf(request));
      response.json(presentDraft(dismissed));
    },
  });
}

const settled = ({ status, caseCode }: Draft): Problem =>
  new Problem('draft-settled', { detail: caseCode === null ? `It is ${status}.` : `It has become case ${caseCode}.` });

const presentDraft = ({ messageKey: _, receivedAt, takenAt, settledAt, ...draft }: Draft) => ({
  ...draft,
  receivedAt: moment(receivedAt),
  takenAt: moment(takenAt),
  settledAt: momentOrNull(settledAt),
});
