import { sql, type SQL } from 'drizzle-orm';
import { drafts, isUnsettled } from './schema/drafts';

/** Whether a file came with a message of which the Office may still make a case: it is there until the draft is settled. */
export const heldByDraft = (attachment: SQL): SQL =>
  sql`exists (select from ${drafts} where ${isUnsettled(drafts.status)} and (${drafts.original} = ${attachment} or ${drafts.attachments} @> array[${attachment}]))`;
