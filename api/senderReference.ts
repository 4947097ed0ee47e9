import { findCase } from '../db/cases';
import { takeReference } from '../db/senders';
import type { Submission } from '../domain/inputs';
import type { Actor } from '../domain/roles';
import type { Instant } from '../domain/time';
import { canonical } from '../record/canonical';
import { sha256 } from '../record/hash';
import { newCaseCode } from './caseCode';
import type { ApiContext } from './context';
import type { Answer, Claim } from './idempotency';
import { presentByItsPolicy } from './presentByItsPolicy';
import { Problem } from '../http/problems';
import { startCase } from './submission';

/**
 * Starts a case, once for each reference of its sender: whoever sends it again, under whatever key, gets the case that
 * there is. @throws Problem 409 where the reference stands for another submission, which it names.
 */
export async function startOnce(
  context: ApiContext,
  actor: Actor,
  input: Submission,
  claim: Claim,
  now: Instant
): Promise<Answer> {
  const { reference } = input;
  if (!reference) return startCase(context, actor, input, claim, now);
  const { db, casePrefix } = context;
  const contentHash = hashOf(input);
  const caseCode = claim.caseCode ?? newCaseCode(casePrefix, now);
  const taken = await takeReference(db, { sender: actor.id, reference, contentHash, caseCode });
  if (taken.contentHash !== contentHash)
    throw new Problem('reference-reused', {
      detail: `Your reference ${reference} stands for case ${taken.caseCode}. Send this under a reference of its own.`,
    });
  const existing = taken.repeated ? await findCase(db, taken.caseCode) : undefined;
  if (existing !== undefined) {
    // Under the key that opened the case it is the same request, and has the same answer.
    const status = existing.code === claim.caseCode ? 201 : 200;
    return { status, body: await presentByItsPolicy(context, existing, actor) };
  }
  // One key for all who send it at once: they meet in the same case.
  const key = `reference/${sha256(canonical([actor.id, reference]))}`;
  return startCase(context, actor, input, { caseCode: taken.caseCode, key }, now);
}

/** What makes two submissions the same. The receipt may be given anew; files are the same where their content is. */
const hashOf = ({ receivedAt: _, attachments, receiptEvidence, ...input }: Submission): string =>
  sha256(
    canonical({
      ...input,
      attachments: attachments.map(contentOf),
      receiptEvidence: receiptEvidence && contentOf(receiptEvidence),
    })
  );

/** The id of a file ends with the hash of its content. */
const contentOf = (id: string): string => id.split('-').at(-1) ?? id;
