import { officialYears } from '../calendar/official';
import { firstAttachmentLimits } from '../domain/attachmentLimits';
import { firstPolicy } from '../domain/policy';
import { SERVICE } from '../domain/roles';
import type { Instant } from '../domain/time';
import { startOf, toMillis } from '../domain/time';
import { addYears, allYearVersions, lockCalendar } from './calendar';
import type { Database, Executor } from './database';
import { seedVersions } from './registers';
import { policies } from './schema';
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
    await seedCalendar(tx, now);
    await seedVersions(tx, firstCatalogue);
  });
}

/**
 * Years that a version of the service brings and nobody has announced here come into force as an announcement does: with
 * a version of their own, of which open cases are told.
 */
async function seedCalendar(tx: Executor, now: Instant): Promise<void> {
  await lockCalendar(tx);
  const known = await allYearVersions(tx);
  const missing = officialYears.filter(({ year }) => !known.some(({ days }) => days.year === year));
  if (missing.length === 0) return;
  await addYears(tx, missing, { version: (known.at(-1)?.version ?? 0) + 1, createdAt: now, createdBy: SERVICE });
}
