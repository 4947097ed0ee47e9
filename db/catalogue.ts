import { and, asc, eq, gte, isNull, lte, or } from 'drizzle-orm';
import type { LocalDate } from '../domain/time';
import type { Database } from './database';
import { agencies, catalogue, type catalogueKinds } from './schema';

export type CatalogueKind = (typeof catalogueKinds)[number];
export type Agency = typeof agencies.$inferSelect;

const validOn = (table: typeof agencies | typeof catalogue, day: LocalDate) =>
  and(lte(table.validFrom, day), or(isNull(table.validThrough), gte(table.validThrough, day)));

/** The units that exist on a day. */
export const agenciesOn = (db: Database, day: LocalDate): Promise<Agency[]> =>
  db.select().from(agencies).where(validOn(agencies, day)).orderBy(asc(agencies.id));

/** The entries of one list that may be chosen on a day. */
export const entriesOn = (db: Database, kind: CatalogueKind, day: LocalDate) =>
  db
    .select()
    .from(catalogue)
    .where(and(eq(catalogue.kind, kind), validOn(catalogue, day)))
    .orderBy(asc(catalogue.position), asc(catalogue.code));
