import { and, asc, eq, lte } from 'drizzle-orm';
import type { AgencyFacts } from '../domain/agencies';
import type { CatalogueFacts } from '../domain/catalogue';
import { entriesOn, periodsOf, type Ending, type Version } from '../domain/register';
import { SERVICE } from '../domain/roles';
import { startOf, toMillis, type Instant, type LocalDate } from '../domain/time';
import type { Executor } from './database';
import { registerVersions, type catalogueKinds, type registerNames } from './schema/registers';

export type RegisterName = (typeof registerNames)[number];
export type CatalogueKind = (typeof catalogueKinds)[number];

type FactsOf<R extends RegisterName> = R extends 'agency' ? AgencyFacts : CatalogueFacts;

/** A version to be added. */
export interface NewVersion<R extends RegisterName> {
  readonly register: R;
  readonly code: string;
  readonly effectiveFrom: LocalDate;
  readonly facts: Partial<FactsOf<R> & Ending>;
  readonly document: string | null;
  readonly createdAt: Instant;
  readonly createdBy: string;
}

/** Every version of a register's entries that was known at a moment; all of them where none is given. */
export async function versionsOf<R extends RegisterName>(
  db: Executor,
  register: R,
  knownAt: Instant | null = null
): Promise<Version<FactsOf<R>>[]> {
  const { seq, code, effectiveFrom, facts } = registerVersions;
  const rows = await db
    .select({ seq, code, effectiveFrom, facts })
    .from(registerVersions)
    .where(
      and(
        eq(registerVersions.register, register),
        knownAt === null ? undefined : lte(registerVersions.createdAt, new Date(knownAt))
      )
    )
    .orderBy(asc(seq));
  return rows as Version<FactsOf<R>>[];
}

/** Adds versions, in the order in which they are to hold. */
export async function addVersions<R extends RegisterName>(
  tx: Executor,
  versions: readonly NewVersion<R>[]
): Promise<void> {
  if (versions.length === 0) return;
  await tx
    .insert(registerVersions)
    .values(versions.map((version) => ({ ...version, createdAt: new Date(version.createdAt) })));
}

/** Adds first versions that were known before the service was, such as those that the law gives. Again, it adds nothing. */
export async function seedVersions<R extends RegisterName>(
  db: Executor,
  versions: readonly Pick<NewVersion<R>, 'register' | 'code' | 'effectiveFrom' | 'facts'>[]
): Promise<void> {
  await db
    .insert(registerVersions)
    .values(
      versions.map((version) => ({
        ...version,
        createdAt: new Date(toMillis(startOf(version.effectiveFrom))),
        createdBy: SERVICE,
      }))
    )
    .onConflictDoNothing();
}

/** A unit of the province as it stands on a day. */
export interface Agency extends AgencyFacts {
  readonly id: string;
  readonly validFrom: LocalDate;
  readonly validThrough: LocalDate | null;
}

/** The units that exist on a day, as far as was known at a moment; by now, where none is given. */
export async function agenciesOn(db: Executor, day: LocalDate, knownAt: Instant | null = null): Promise<Agency[]> {
  const known = await versionsOf(db, 'agency', knownAt);
  return entriesOn(known, day).map(({ code, facts, ...life }) => {
    const end = periodsOf(known, code).find((period) => period.facts.ended && period.from > day);
    return { id: code, ...facts, successor: end?.facts.successor ?? null, ...life };
  });
}

/** The entries of a list that may be chosen on a day, in the order of the list. */
export async function catalogueOn(
  db: Executor,
  kind: CatalogueKind,
  day: LocalDate,
  knownAt: Instant | null = null
): Promise<(CatalogueFacts & { readonly code: string })[]> {
  const entries = entriesOn(await versionsOf(db, kind, knownAt), day);
  return entries
    .map(({ code, facts }) => ({ code, ...facts }))
    .sort((a, b) => a.position - b.position || (a.code < b.code ? -1 : 1));
}
