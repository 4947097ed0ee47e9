import { contactOf } from '../db/contacts';
import { isEntitled } from '../domain/decide';
import type { Submission } from '../domain/inputs';
import { inputs } from '../inputs/actions';
import type { ApiContext } from './context';
import type { Answer, Claim } from './idempotency';
import { attachmentFaults, filesOfAct } from './namedAttachments';
import type { WantedAct } from './perform';
import { assertFaultless, validated } from '../http/problems';
import { problemOfRefusal } from './refusals';
import { startCase } from './submission';

/** A petition too late for its case becomes a new one that names it (S4). */
export async function followUp(
  context: ApiContext,
  { action, row, actor, body }: WantedAct,
  claim: Claim
): Promise<Answer> {
  if (!isEntitled(row.state, actor, action))
    throw problemOfRefusal({ reason: 'forbidden', status: row.status, allowed: [] });
  const now = context.now();
  const asked = action === 'dispute' ? validated(inputs.dispute, body) : validated(inputs.supplyInfo, body);
  assertFaultless(await attachmentFaults(context, actor, null, filesOfAct(asked)));
  const { phone, email } = await contactOf(context.db, row);
  const submission: Submission = {
    channel: row.channel,
    category: row.category,
    title: row.title,
    content: 'reason' in asked ? asked.reason : asked.text,
    submitter: {
      name: row.submitterName,
      address: row.submitterAddress,
      // Where they are reached now: what was wrong would fail once more, or reach somebody else.
      phone,
      email,
    },
    account: row.submitterAccount,
    attachments: 'attachments' in asked ? asked.attachments : [],
    dossierNumber: row.dossierNumber,
    follows: row.code,
    receivedAt: now,
    receiptReason: null,
    receiptEvidence: null,
  };
  return startCase(context, actor, submission, claim, now);
}
