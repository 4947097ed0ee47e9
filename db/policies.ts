import { asc, eq, lte, sql } from 'drizzle-orm';
import type { Policy } from '../domain/policy';
import { toInstant, type Instant } from '../domain/time';
import type { Executor } from './database';
import { cases, policies } from './schema';

/** A version of the numbers of the law, with the document that set it. */
export interface PolicyVersion {
  readonly policy: Policy;
  readonly document: string;
  readonly createdAt: Instant;
}

/** Every version that was known at a moment; all of them where none is given. */
export async function policyVersions(db: Executor, knownAt: Instant | null = null): Promise<PolicyVersion[]> {
  const rows = await db
    .select()
    .from(policies)
    .where(knownAt === null ? undefined : lte(policies.createdAt, new Date(knownAt)))
    .orderBy(asc(policies.version));
  return rows.map(({ policy, document, createdAt }) => ({
    policy,
    document,
    createdAt: toInstant(createdAt.getTime()),
  }));
}

export async function addPolicy(
  tx: Executor,
  { policy, document, createdAt }: PolicyVersion,
  createdBy: string
): Promise<void> {
  const { version, effectiveFrom } = policy;
  await tx
    .insert(policies)
    .values({ version, effectiveFrom, policy, document, createdAt: new Date(createdAt), createdBy });
}

export const countOpenCases = (db: Executor): Promise<number> =>
  db
    .select({ count: sql<number>`count(*)::int` })
    .from(cases)
    .where(eq(cases.open, true))
    .then(([row]) => row?.count ?? 0);
