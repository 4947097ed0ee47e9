import { officialYears } from '../calendar/official';
import { firstAttachmentLimits } from '../domain/attachmentLimits';
import { firstPolicy } from '../domain/policy';
import { SERVICE } from '../domain/roles';
import type { Instant } from '../domain/time';
import { startOf, toMillis } from '../domain/time';
import type { Database } from './database';
import { seedVersions } from './registers';
import { calendarYears, policies } from './schema';
import { firstCatalogue } from './seedCatalogue';

/**
 * What the law gives every installation: official days, terms, lists. Leaves alone what is there already.
 * @param now from when on the service knows it.
 */
export async function seedLaw(db: Database, now: Instant): Promise<void> {
  await db.transaction(async (tx) => {
    await tx
      .insert(policies)
      .values({
        version: firstPolicy.version,
        effectiveFrom: firstPolicy.effectiveFrom,
        policy: firstPolicy,
        attachments: firstAttachmentLimits,
        document: 'Quyết định 31/2021/QĐ-TTg',
        // The law was known before the service was.
        createdAt: new Date(toMillis(startOf(firstPolicy.effectiveFrom))),
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
          createdAt: new Date(now),
          createdBy: SERVICE,
        }))
      )
      .onConflictDoNothing();
    await seedVersions(tx, firstCatalogue);
  });
}
