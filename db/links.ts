import { sql } from 'drizzle-orm';
import type { Database } from './database';

/** More petitions than any campaign has sent about one thing; what goes beyond is answered in a second round. */
const MOST_AT_ONCE = 1_000;

/** The open cases that are linked to this one as duplicates, directly or by way of another duplicate. */
export async function openDuplicatesOf(db: Database, code: string): Promise<string[]> {
  const rows = await db.execute<{ code: string }>(sql`
    with recursive duplicates as (
      select code, open from cases where linked_to = ${code} and link_kind = 'duplicate'
      union
      select cases.code, cases.open from cases join duplicates on cases.linked_to = duplicates.code
      where cases.link_kind = 'duplicate'
    )
    select code from duplicates where open order by code limit ${MOST_AT_ONCE}`);
  return rows.map((row) => row.code);
}
