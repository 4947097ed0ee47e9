import { sql, type SQL } from 'drizzle-orm';
import { drafts } from './schema/drafts';

/** Whether a file came with a message that waits for the Office: it is there until the draft is settled. */
export const heldByDraft = (attachment: SQL): SQL =>
  sql`exists (select from ${drafts} where ${drafts.status} = 'waiting' and (${drafts.original} = ${attachment} or ${drafts.attachments} @> array[${attachment}]))`;
