import type { Draft } from '../db/drafts';
import { toInstant } from '../domain/time';
import { withinCharacters } from '../messages/withinCharacters';

/** Reasons stand on record in the language of the record. */
const receiptReasons: Record<Draft['source'], string> = {
  email: 'Nhận qua thư điện tử; bản gốc kèm theo.',
  zalo: 'Nhận qua Zalo; bản gốc kèm theo.',
};

const LONGEST_TITLE = 300;

/** What the Office gives, as it came. */
export type Completion = Readonly<Record<string, unknown>> & {
  readonly submitter?: Readonly<Record<string, unknown>> | undefined;
};

/**
 * The submission that a draft becomes: what the Office gives, and the message for the rest. Channel, receipt and
 * evidence are always the message's own.
 * @param files those of its files that are still there.
 */
export function completedDraft(draft: Draft, given: Completion, files: readonly string[]): Record<string, unknown> {
  const { receiptReason = receiptReasons[draft.source], ...rest } = given;
  return {
    title: withinCharacters(draft.subject ?? draft.text.split('\n')[0] ?? '', LONGEST_TITLE),
    content: draft.text,
    attachments: draft.attachments.filter((id) => files.includes(id)),
    ...rest,
    submitter: {
      name: draft.senderName,
      email: draft.source === 'email' ? draft.sender : null,
      ...rest.submitter,
    },
    channel: draft.source,
    receivedAt: toInstant(draft.receivedAt.getTime()),
    receiptReason,
    receiptEvidence: files.includes(draft.original) ? draft.original : null,
  };
}
