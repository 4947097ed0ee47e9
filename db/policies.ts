import { asc, eq, lte } from 'drizzle-orm';
import type { AttachmentLimits } from '../domain/attachmentLimits';
import { policyFor, type Policy } from '../domain/policy';
import { toInstant, type Instant, type LocalDate } from '../domain/time';
import type { Executor } from './database';
import { cases, policies } from './schema';

/** A version of the numbers of the law, with the document that set it. */
export interface PolicyVersion {
  readonly policy: Policy;
  readonly attachments: AttachmentLimits;
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
  return rows.map(({ policy, attachments, document, createdAt }) => ({
    policy,
    attachments,
    document,
    createdAt: toInstant(createdAt.getTime()),
  }));
}

/** Adds a version of the terms; none is ever changed. */
export async function addPolicy(
  tx: Executor,
  { policy, attachments, document, createdAt }: PolicyVersion,
  createdBy: string
): Promise<void> {
  const { version, effectiveFrom } = policy;
  await tx
    .insert(policies)
    .values({ version, effectiveFrom, policy, attachments, document, createdAt: new Date(createdAt), createdBy });
}

export const policiesOf = (versions: readonly PolicyVersion[]): Policy[] => versions.map(({ policy }) => policy);

/** @throws Error where a case names a policy that does not exist. */
export const policyOf = async (db: Executor, version: number): Promise<Policy> =>
  theVersion(version, await policyVersions(db)).policy;

/** The version in force on a day. @throws Error where there is none at all. */
export const versionFor = (day: LocalDate, versions: readonly PolicyVersion[]): PolicyVersion =>
  theVersion(policyFor(day, policiesOf(versions)).version, versions);

/** What may be attached by the policy in force on a day. @throws Error where there is no policy at all. */
export const attachmentLimitsOn = async (db: Executor, day: LocalDate): Promise<AttachmentLimits> =>
  versionFor(day, await policyVersions(db)).attachments;

/** What may be attached to the cases of a policy. @throws Error where there is no such version. */
export const attachmentLimitsOf = async (db: Executor, version: number): Promise<AttachmentLimits> =>
  theVersion(version, await policyVersions(db)).attachments;

function theVersion(version: number, versions: readonly PolicyVersion[]): PolicyVersion {
  const found = versions.find(({ policy }) => policy.version === version);
  if (found === undefined) throw new Error(`there is no policy of version ${String(version)}`);
  return found;
}

/** How many cases are open now. */
export const countOpenCases = (db: Executor): Promise<number> => db.$count(cases, eq(cases.open, true));
