import { asc, desc, eq, lt, sql } from 'drizzle-orm';
import { dateOf, toInstant, type Instant, type LocalDate } from '../domain/time';
import { pathOf, rootOf } from '../record/merkle';
import { hashOfStatement, leafOfCase, type Inclusion, type RootStatement, type SignedRoot } from '../record/roots';
import type { Database, Executor } from './database';
import { hold } from './locks';
import { recordLeaves, recordRoots } from './schema/record';

/**
 * Makes the root of a day over the heads of all cases with new events, once however often it is asked.
 * @param now the legal time; asked only when the root is made, which may be long after somebody asked for it.
 * @param sign signs the statement.
 */
export const sealRecord = (
  db: Database,
  now: () => Instant,
  sign: (statement: RootStatement) => SignedRoot
): Promise<SignedRoot> =>
  db.transaction(async (tx) => {
    await hold(tx, 'sealing');
    const last = await latestRoot(tx);
    const at = now();
    const date = dateOf(at);
    // Also where the clock was set back: the days of roots only rise.
    if (last !== undefined && last.date >= date) return last;
    const number = (last?.number ?? 0) + 1;
    await takeHeads(tx, number);
    const leaves = await leafHashesOf(tx, number);
    const statement: RootStatement = {
      number,
      date,
      sealedAt: at,
      leaves: leaves.length,
      root: rootOf(leaves),
      previous: last === undefined ? null : hashOfStatement(last),
    };
    const root = sign(statement);
    await tx.insert(recordRoots).values({ ...root, sealedAt: new Date(root.sealedAt) });
    return root;
  });

async function takeHeads(tx: Executor, number: number): Promise<void> {
  await tx.execute(sql`
    insert into record_leaves (root, position, case_code, seq, hash)
    select ${number}, row_number() over (order by code collate "C") - 1, code, seq, head
    from cases where seq > sealed_seq`);
  await tx.execute(sql`
    update cases set sealed_seq = record_leaves.seq
    from record_leaves where record_leaves.root = ${number} and record_leaves.case_code = cases.code`);
}

export const leavesOf = (db: Executor, number: number) =>
  db.select().from(recordLeaves).where(eq(recordLeaves.root, number)).orderBy(asc(recordLeaves.position));

/** The leaves of a root as they are published: nobody learns from them which cases they are. */
export const leafHashesOf = async (db: Executor, number: number): Promise<string[]> =>
  (await leavesOf(db, number)).map(({ caseCode, seq, hash }) => leafOfCase(caseCode, { seq, hash }));

async function latestRoot(db: Executor): Promise<SignedRoot | undefined> {
  const [root] = await listRoots(db, null, 1);
  return root;
}

/** A page of the roots, the latest first. @param before only those with a smaller number. */
export async function listRoots(db: Executor, before: number | null, limit: number): Promise<SignedRoot[]> {
  const rows = await db
    .select()
    .from(recordRoots)
    .where(before === null ? undefined : lt(recordRoots.number, before))
    .orderBy(desc(recordRoots.number))
    .limit(limit);
  return rows.map(asRoot);
}

export async function rootOn(db: Executor, date: LocalDate): Promise<SignedRoot | undefined> {
  const [row] = await db.select().from(recordRoots).where(eq(recordRoots.date, date));
  return row && asRoot(row);
}

/** That the latest root over a case's record includes it; undefined before there is one. */
export async function inclusionOf(db: Executor, code: string): Promise<Inclusion | undefined> {
  const [leaf] = await db
    .select({ leaf: recordLeaves, root: recordRoots })
    .from(recordLeaves)
    .innerJoin(recordRoots, eq(recordRoots.number, recordLeaves.root))
    .where(eq(recordLeaves.caseCode, code))
    .orderBy(desc(recordLeaves.root))
    .limit(1);
  if (leaf === undefined) return undefined;
  const { position, seq, hash } = leaf.leaf;
  const path = pathOf(await leafHashesOf(db, leaf.root.number), position);
  return { case: code, head: { seq, hash }, position, path, root: asRoot(leaf.root) };
}

const asRoot = ({ sealedAt, ...row }: typeof recordRoots.$inferSelect): SignedRoot => ({
  ...row,
  sealedAt: toInstant(sealedAt.getTime()),
});
