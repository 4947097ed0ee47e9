import type { Request, Router } from 'express';
import type { FindingKind } from '../../redaction';
import { attachmentsOf, copiesOf, findAttachment, usesOf } from '../../db/attachments';
import { findCase } from '../../db/cases';
import { attachmentLimitsOf, attachmentLimitsOn } from '../../db/policies';
import { isPublished } from '../../db/publications';
import { isStaff, type Actor } from '../../domain/roles';
import { dateOf } from '../../domain/time';
import { REVALIDATED } from '../caching';
import { callerAddress } from '../../http/callerAddress';
import type { ApiContext } from '../context';
import { problemOfFile } from '../fileProblems';
import { serve } from '../../http/operation';
import { attachmentOperations, previewQuery, uploadQuery } from '../operations/attachments';
import { personOf } from '../personalData';
import { presentAttachment } from '../presentAttachment';
import { actorOf } from '../../http/principal';
import { Problem, validated } from '../../http/problems';
import { tracesOf } from '../publicationFiles';
import { sendFile } from '../sendFile';
import { mayReadUse, visibleAttachment } from '../visibleAttachment';
import { caseFor, visibleCase } from '../visibleCase';

/** How many times the largest file of a refused upload is worth reading to its end. */
const PATIENCE = 4;

/** Uploading files and fetching them. */
export function attachmentRoutes(context: ApiContext): Router {
  const { db, attachments, now, accounts } = context;

  /** Anybody may open accounts, as many as they like. @throws Problem 429 */
  const counted = async (request: Request, { role }: Actor, maxBytes: number): Promise<void> => {
    const bytes = Math.min(Number(request.headers['content-length'] ?? maxBytes), maxBytes);
    if (role === 'submitter') await accounts.limits.upload(callerAddress(request), bytes);
  };

  return serve(attachmentOperations, {
    async upload(request, response) {
      const actor = actorOf(response);
      const { case: code } = validated(uploadQuery, request.query);
      const limits =
        code === undefined
          ? await attachmentLimitsOn(db, dateOf(now()))
          : await attachmentLimitsOf(db, (await caseFor(context, code, actor)).state.policy);
      const file = await counted(request, actor, limits.maxBytes)
        .then(() => attachments.take(request, actor.id, limits))
        .catch((error: unknown) => {
          // The rest of a refused upload is read, so that its sender gets to read the answer; but not without end.
          if (!(Number(request.headers['content-length']) <= PATIENCE * limits.maxBytes))
            response.set('Connection', 'close');
          throw problemOfFile(error);
        });
      response.status(201).location(`/v1/attachments/${file.id}`).json(presentAttachment(file));
    },

    async download(request, response) {
      const { preview } = validated(previewQuery, request.query);
      const file = await visibleAttachment(db, request, actorOf(response));
      await sendFile(attachments, file, preview === 'true', request, response);
    },

    async downloadPublished(request, response) {
      const { preview } = validated(previewQuery, request.query);
      const file = await findAttachment(db, String(request.params['id']));
      if (file === undefined || !(await isPublished(db, file.id))) throw new Problem('no-such-attachment');
      response.set('Cache-Control', REVALIDATED);
      await sendFile(attachments, file, preview === 'true', request, response);
    },

    async redactAttachment(request, response) {
      const actor = actorOf(response);
      const original = await visibleAttachment(db, request, actor);
      const copy = await attachments.redact(original, actor.id).catch((error: unknown) => {
        throw problemOfFile(error);
      });
      const found = new Set<FindingKind>();
      for (const { caseCode } of await usesOf(db, original.id)) {
        const row = await findCase(db, caseCode);
        if (row === undefined) continue;
        for (const trace of tracesOf(copy, await personOf(db, row))) found.add(trace);
      }
      response
        .status(201)
        .location(`/v1/attachments/${copy.id}`)
        .json({ ...presentAttachment(copy), redactedFrom: copy.redactedFrom, found: [...found] });
    },

    async listAttachments(request, response) {
      const actor = actorOf(response);
      const { code } = await visibleCase(context, request, actor);
      const items: unknown[] = [];
      const named = await attachmentsOf(db, code);
      const files = named.map(({ file }) => file.id);
      const copiesOfFile = isStaff(actor.role) ? await copiesOf(db, files) : null;
      for (const { file, use } of named) {
        if (!(await mayReadUse(db, use, actor))) continue;
        const copies = copiesOfFile === null ? {} : { copies: copiesOfFile(file.id).map(({ id }) => id) };
        items.push({ ...presentAttachment(file), seq: use.seq, act: use.act, ...copies });
      }
      response.json({ items });
    },
  });
}
