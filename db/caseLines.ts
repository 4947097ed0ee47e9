import { and, asc, sql } from 'drizzle-orm';
import type { Actor } from '../domain/roles';
import { beyond, matching, visibleTo, type CaseFilter } from './caseConditions';
import type { Database, Executor } from './database';
import { inOneMoment } from './oneMoment';
import { cases } from './schema';

const columns = {
  code: cases.code,
  status: cases.status,
  title: cases.title,
  category: cases.category,
  channel: cases.channel,
  receivedAt: cases.receivedAt,
  enteredAt: cases.enteredAt,
  leadAgency: cases.leadAgency,
  officer: cases.officer,
  answerDue: cases.answerDue,
  /** The days off at that time are not announced yet; false while it is not known when the answer is due. */
  answerDueProvisional: sql<boolean>`${cases.answerDue} is not null and (${cases.state} #>> '{terms,answerBy,provisional}')::boolean`,
  overdue: cases.overdue,
  urgency: cases.urgency,
  updatedAt: cases.updatedAt,
  seq: cases.seq,
  head: cases.head,
};

/** What a list says of a case. */
export type CaseLine = Pick<typeof cases.$inferSelect & { answerDueProvisional: boolean }, keyof typeof columns>;

/** Few enough that a batch is nothing to hold, many enough that asking for them is nothing either. */
const BATCH = 1_000;

/**
 * Every case of a list, the most urgent first, in batches: as they all stood at one moment, and never more than one batch
 * at a time. What `consume` does is within a transaction, so it waits for nobody.
 */
export const readCaseLines = <T>(
  db: Database,
  actor: Actor,
  filter: CaseFilter,
  consume: (batches: AsyncIterable<readonly CaseLine[]>) => Promise<T>
): Promise<T> => inOneMoment(db, (tx) => consume(batchesOf(tx, actor, filter)));

async function* batchesOf(tx: Executor, actor: Actor, filter: CaseFilter): AsyncGenerator<readonly CaseLine[]> {
  for (let last: CaseLine | undefined; ;) {
    const batch: CaseLine[] = await tx
      .select(columns)
      .from(cases)
      .where(
        and(
          visibleTo(actor),
          matching(filter, actor),
          last === undefined ? undefined : beyond({ ...last, direction: 'after' })
        )
      )
      .orderBy(asc(cases.urgency), asc(cases.code))
      .limit(BATCH);
    if (batch.length > 0) yield batch;
    if (batch.length < BATCH) return;
    last = batch.at(-1);
  }
}
