import { asc, eq } from 'drizzle-orm';
import type { Policy } from '../domain/policy';
import type { Executor } from './database';
import { policies } from './schema';

export async function allPolicies(db: Executor): Promise<Policy[]> {
  const rows = await db.select({ policy: policies.policy }).from(policies).orderBy(asc(policies.version));
  return rows.map(({ policy }) => policy);
}

/** @throws Error where a case names a policy that does not exist. */
export async function policyOf(db: Executor, version: number): Promise<Policy> {
  const [row] = await db.select({ policy: policies.policy }).from(policies).where(eq(policies.version, version));
  if (row === undefined) throw new Error(`there is no policy of version ${String(version)}`);
  return row.policy;
}
