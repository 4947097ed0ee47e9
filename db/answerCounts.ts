import { sql } from 'drizzle-orm';
import type { Executor } from './database';
import { answerCounts } from './schema/standings';

/**
 * Makes one row of those of a day and an agency. What is put together is what was taken away, in one statement: the sums
 * stay the same, whatever is counted meanwhile and however many gather at once.
 */
export async function gatherAnswerCounts(db: Executor): Promise<void> {
  await db.execute(sql`
    with taken as (delete from ${answerCounts} returning *)
    insert into ${answerCounts} (settled_on, agency, answered, late)
    select settled_on, agency, sum(answered), sum(late) from taken
    group by settled_on, agency having sum(answered) <> 0 or sum(late) <> 0`);
}
