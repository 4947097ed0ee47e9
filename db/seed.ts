import { officialYears } from '../calendar/official';
import { firstPolicy } from '../domain/policy';
import { SERVICE } from '../domain/roles';
import type { Database } from './database';
import { calendarYears, catalogue, policies } from './schema';
import { firstCatalogue } from './seedCatalogue';

/** What the law gives every installation: official days, terms, lists. Leaves alone what is there already. */
export async function seedLaw(db: Database): Promise<void> {
  await db.transaction(async (tx) => {
    await tx
      .insert(policies)
      .values({
        version: firstPolicy.version,
        effectiveFrom: firstPolicy.effectiveFrom,
        policy: firstPolicy,
        document: 'Quyết định 31/2021/QĐ-TTg',
        createdBy: SERVICE,
      })
      .onConflictDoNothing();
    await tx
      .insert(calendarYears)
      .values(
        officialYears.map((days) => ({
          version: 1,
          year: days.year,
          days,
          document: days.source.document,
          reason: days.source.reason,
          createdBy: SERVICE,
        }))
      )
      .onConflictDoNothing();
    await tx.insert(catalogue).values(firstCatalogue).onConflictDoNothing();
  });
}
