import { randomUUID } from 'node:crypto';
import type { Attachments } from '../attachments';
import { UploadRefused } from '../attachments/refusals';
import type { Database } from '../db/database';
import { addDraft, isTaken, type NewDraft } from '../db/drafts';
import { attachmentLimitsOn } from '../db/policies';
import { dateOf, type Instant } from '../domain/time';
import { canonical } from '../record/canonical';
import { sha256 } from '../record/hash';
import { MOST_ATTACHMENTS } from '../inputs/text';
import { printable } from '../inputs/printable';

/** A message from outside, as far as it could be read. */
export interface Incoming extends Pick<
  NewDraft,
  'source' | 'sender' | 'senderName' | 'subject' | 'text' | 'automatic' | 'faults'
> {
  /** What its sender calls it; null where they do not. */
  readonly messageId: string | null;
  readonly receivedAt: Instant;
  readonly files: readonly { readonly name: string; readonly content: Buffer }[];
  /** As it came. */
  readonly original: { readonly name: string; readonly content: Buffer };
}

export type Taken = 'draft' | 'setAside' | 'duplicate';

export interface IntakeDependencies {
  readonly db: Database;
  readonly attachments: Attachments;
  /** The legal time now. */
  readonly now: () => Instant;
}

/** Whose files are that no person has uploaded. */
const INTAKE = 'intake';

/** Takes messages in as drafts for the Office to complete (R3), each once. Nothing of a message is lost: what cannot be read stands in the original. */
export const createIntake = ({ db, attachments, now }: IntakeDependencies) => ({
  /** @throws NoRoom, StoreUnavailable: try again later. */
  async take(incoming: Incoming): Promise<Taken> {
    const { source, automatic, receivedAt, original, files } = incoming;
    const messageKey = keyOf(incoming);
    if (await isTaken(db, source, messageKey)) return 'duplicate';
    const kept = await attachments.takeOriginal(original, INTAKE);
    const limits = await attachmentLimitsOn(db, dateOf(receivedAt));
    const ids: string[] = [];
    const faults = [...incoming.faults];
    // What the case could not name stands in the original alone, which it names as well.
    const room = Math.min(MOST_ATTACHMENTS, limits.perCase - 1);
    for (const file of files) {
      if (ids.length >= room) {
        faults.push(`${printable(file.name)}: a case begins with at most ${String(room)} files; the original has it`);
        continue;
      }
      try {
        ids.push((await attachments.takeContent(file, INTAKE, limits)).id);
      } catch (error) {
        if (!(error instanceof UploadRefused)) throw error;
        faults.push(`${printable(file.name)}: ${error.detail ?? error.fault}`);
      }
    }
    const added = await addDraft(db, {
      id: randomUUID(),
      source,
      status: automatic === null ? 'waiting' : 'set_aside',
      messageKey,
      sender: incoming.sender && printable(incoming.sender),
      senderName: incoming.senderName && printable(incoming.senderName),
      subject: incoming.subject && printable(incoming.subject),
      text: printable(incoming.text),
      original: kept.id,
      originalHash: kept.sha256,
      attachments: ids,
      faults,
      automatic,
      receivedAt: new Date(receivedAt),
      takenAt: new Date(now()),
    });
    if (!added) return 'duplicate';
    return automatic === null ? 'draft' : 'setAside';
  },
});

export type Intake = ReturnType<typeof createIntake>;

/** A message id alone is the sender's to choose: under the same one, another text is another message. */
function keyOf({ messageId, sender, subject, text, original }: Incoming): string {
  return messageId === null ? sha256(original.content) : sha256(canonical([messageId, sender, subject, text]));
}
