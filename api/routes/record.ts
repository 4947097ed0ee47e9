import type { Router } from 'express';
import { caseFile } from '../../db/caseFile';
import { exportsOf, logExport } from '../../db/exportLog';
import { inclusionOf, leafHashesOf, listRoots, rootOn } from '../../db/roots';
import { caseDocument } from '../../documents/caseDocument';
import { receipt } from '../../documents/receipt';
import { isStaff, type Actor } from '../../domain/roles';
import { isLocalDate } from '../../domain/time';
import { exportQuery, receiptQuery, rootsQuery } from '../../inputs/record';
import { callerAddress } from '../../http/callerAddress';
import { casePrint } from '../casePrint';
import type { ApiContext } from '../context';
import { serve } from '../../http/operation';
import { recordOperations } from '../operations/record';
import { pageOf } from '../../http/page';
import { moment, presentCase } from '../present';
import { presentAttachment } from '../presentAttachment';
import { presentNotice } from '../presentNotice';
import { actorOf } from '../../http/principal';
import { Problem, validated } from '../../http/problems';
import { receiptPrint } from '../receiptPrint';
import { sendDocument } from '../sendDocument';
import { visibleCase } from '../visibleCase';

/** What lets somebody outside see that the record is as it was written (R5). */
export function recordRoutes(context: ApiContext): Router {
  const { db, lawBook, now, accounts } = context;

  /** Anybody may open an account: staff must not wait behind what one of them has printed. @throws Problem 429 */
  const countPrint = async ({ id, role }: Actor): Promise<void> => {
    if (role === 'submitter') await accounts.limits.print(id);
  };

  return serve(recordOperations, {
    async listRoots(request, response) {
      const { cursor, limit } = validated(rootsQuery, request.query);
      const roots = await listRoots(db, cursor ?? null, limit + 1);
      response.json(pageOf(roots, limit, ({ number }) => String(number)));
    },

    async readRoot(request, response) {
      await accounts.limits.readRoot(callerAddress(request));
      const date = String(request.params['date']);
      const root = isLocalDate(date) ? await rootOn(db, date) : undefined;
      if (root === undefined) throw new Problem('no-such-root');
      response.json({ root, leaves: await leafHashesOf(db, root.number) });
    },

    async proveCase(request, response) {
      const actor = actorOf(response);
      const { code } = await visibleCase(context, request, actor);
      await countPrint(actor);
      const inclusion = await inclusionOf(db, code);
      if (inclusion === undefined) throw new Problem('not-sealed-yet');
      response.json(inclusion);
    },

    async exportCase(request, response) {
      const actor = actorOf(response);
      const { format } = validated(exportQuery, request.query);
      const { code } = await visibleCase(context, request, actor);
      if (format === 'json' && !isStaff(actor.role))
        throw new Problem('forbidden', {
          detail: 'What is said inside the administration is for staff; take the PDF.',
        });
      await countPrint(actor);
      const file = await caseFile(db, code);
      const { row, notices, attempts, tasks, corrections, attachments, record, proof } = file;
      await logExport(db, { at: now(), by: actor.id, subject: 'case', caseCode: row.code, seq: row.seq, format });
      if (format !== 'json') {
        await sendDocument(context, response, caseDocument(await casePrint(context, file, actor)), row.code, format);
        return;
      }
      response.attachment(`${row.code}.json`).json({
        format: 'pakn-case/1',
        exportedAt: now(),
        case: presentCase(row, actor, await lawBook.policy(row.state.policy), corrections),
        notices: notices.map((notice) => presentNotice(notice, attempts, tasks, true)),
        attachments: attachments.map(({ file, use }) => ({ ...presentAttachment(file), seq: use.seq, act: use.act })),
        record,
        proof,
      });
    },

    async printReceipt(request, response) {
      const actor = actorOf(response);
      const { paper } = validated(receiptQuery, request.query);
      const row = await visibleCase(context, request, actor);
      await countPrint(actor);
      const printed = receipt(await receiptPrint(context, row, actor, paper));
      // The whole case is saved under its code: that one is not for the submitter.
      await sendDocument(context, response, printed, `receipt-${row.code}`, 'pdf');
    },

    async listExports(request, response) {
      const { code } = await visibleCase(context, request, actorOf(response));
      const taken = await exportsOf(db, code);
      response.json({ items: taken.map(({ at, ...one }) => ({ ...one, at: moment(at) })) });
    },
  });
}
