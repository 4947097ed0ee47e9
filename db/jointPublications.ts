import { and, inArray, isNotNull } from 'drizzle-orm';
import type { CaseRow } from './cases';
import type { Executor } from './database';
import { publications } from './schema/publications';

/**
 * The cases as they stand in public: one whose answer was given together with another's has the public address and text
 * of that one (S5), and none while that one is taken back.
 */
export async function withJointPublications<Row extends CaseRow>(db: Executor, rows: readonly Row[]): Promise<Row[]> {
  const principals = rows.flatMap(({ jointlyWith }) => (jointlyWith === null ? [] : [jointlyWith]));
  if (principals.length === 0) return [...rows];
  const shown = await db
    .select({ caseCode: publications.caseCode, number: publications.number, answer: publications.answer })
    .from(publications)
    .where(and(inArray(publications.caseCode, principals), isNotNull(publications.publishedAt)));
  return rows.map((row) => {
    if (row.jointlyWith === null) return row;
    const joint = shown.find(({ caseCode }) => caseCode === row.jointlyWith);
    return joint === undefined
      ? { ...row, publicationNumber: null, publishedAt: null, publishedAnswer: null }
      : { ...row, publicationNumber: joint.number, publishedAnswer: joint.answer };
  });
}
