import { asc, eq, gt, isNull, and } from 'drizzle-orm';
import { databaseUrlFrom } from '../secretFiles';
import { openDatabase, type Database } from './database';
import { migrate } from './migrate';
import { cases } from './schema';
import { caseStandings } from './schema/standings';
import { rebuildStandings } from './standings';

const BATCH = 500;

/** `npm run db:standings`: gives cases their standings that were recorded before there were any. May be stopped and run again. */
async function main(): Promise<void> {
  const databaseUrl = databaseUrlFrom(process.env);
  await migrate(databaseUrl);
  const { db, close } = openDatabase(databaseUrl, { max: 2 });
  let made = 0;
  try {
    for (let codes = await withoutStanding(db, ''); codes.length > 0;) {
      for (const code of codes) await rebuildStandings(db, code);
      made += codes.length;
      codes = await withoutStanding(db, codes.at(-1) ?? '');
    }
    console.log(`${String(made)} cases have their standings now.`);
  } finally {
    await close();
  }
}

async function withoutStanding(db: Database, after: string): Promise<string[]> {
  const rows = await db
    .select({ code: cases.code })
    .from(cases)
    .leftJoin(caseStandings, eq(caseStandings.caseCode, cases.code))
    .where(and(isNull(caseStandings.caseCode), gt(cases.code, after)))
    .orderBy(asc(cases.code))
    .limit(BATCH);
  return rows.map(({ code }) => code);
}

main().catch((error: unknown) => {
  console.error(error);
  process.exitCode = 1;
});
