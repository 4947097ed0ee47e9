import { and, arrayOverlaps, desc, eq, inArray, isNotNull, ne, type SQL } from 'drizzle-orm';
import type { Actor } from '../domain/roles';
import { LEAST_LIKENESS, scoreOf, weightOf, type Similarity, type SimilarityReason } from '../domain/similar';
import { visibleTo, type CaseRow } from './cases';
import { emailKey, phoneKey } from './contactKeys';
import type { Database } from './database';
import { cases } from './schema';
import { likeness } from './sketch';

export interface SimilarCase {
  readonly row: CaseRow;
  readonly score: number;
  readonly similarities: readonly Similarity[];
}

/** So many are looked at for each reason, whatever the number of cases on record. */
const CANDIDATES = 50;
const TEXT_CANDIDATES = 500;

/** Cases of the same submitter, the same dossier or a similar text, the most similar first; only what the actor may see. */
export async function similarCases(
  db: Database,
  subject: CaseRow,
  actor: Actor,
  limit: number
): Promise<SimilarCase[]> {
  const among = and(ne(cases.code, subject.code), visibleTo(actor));
  const found = new Map<string, Similarity[]>();
  const add = (code: string, similarity: Similarity) => found.set(code, [...(found.get(code) ?? []), similarity]);
  const sharing = sharedFacts(subject).map(async ({ reason, same }) => {
    const rows = await db
      .select({ code: cases.code })
      .from(cases)
      .where(and(same, among))
      .orderBy(desc(cases.receivedAt))
      .limit(CANDIDATES);
    for (const { code } of rows) add(code, { reason, weight: weightOf[reason] });
  });
  await Promise.all([...sharing, addSimilarTexts(db, subject, among, add)]);
  const best = [...found]
    .map(([code, similarities]) => ({ code, similarities, score: scoreOf(similarities) }))
    .sort((a, b) => b.score - a.score || (a.code < b.code ? -1 : 1))
    .slice(0, limit);
  const rows = await db
    .select()
    .from(cases)
    .where(
      inArray(
        cases.code,
        best.map(({ code }) => code)
      )
    );
  return best.flatMap(({ code, ...similar }) =>
    rows.filter((row) => row.code === code).map((row) => ({ row, ...similar }))
  );
}

function sharedFacts(subject: CaseRow): { reason: Exclude<SimilarityReason, 'text'>; same: SQL | undefined }[] {
  const { submitterAccount, submitterPhone, submitterEmail, dossierNumber } = subject;
  const facts = {
    account: submitterAccount && eq(cases.submitterAccount, submitterAccount),
    phone:
      submitterPhone &&
      and(isNotNull(cases.submitterPhone), eq(phoneKey(cases.submitterPhone), phoneKey(submitterPhone))),
    email:
      submitterEmail &&
      and(isNotNull(cases.submitterEmail), eq(emailKey(cases.submitterEmail), emailKey(submitterEmail))),
    dossier: dossierNumber && eq(cases.dossierNumber, dossierNumber),
  };
  return (Object.keys(facts) as (keyof typeof facts)[]).flatMap((reason) => {
    const same = facts[reason];
    return same ? [{ reason, same }] : [];
  });
}

async function addSimilarTexts(
  db: Database,
  { sketch }: CaseRow,
  among: SQL | undefined,
  add: (code: string, similarity: Similarity) => void
): Promise<void> {
  if (sketch.length === 0) return;
  const candidates = await db
    .select({ code: cases.code, sketch: cases.sketch })
    .from(cases)
    .where(and(arrayOverlaps(cases.sketch, sketch), among))
    .limit(TEXT_CANDIDATES);
  for (const candidate of candidates) {
    const weight = likeness(sketch, candidate.sketch);
    if (weight >= LEAST_LIKENESS) add(candidate.code, { reason: 'text', weight: Math.round(weight * 1_000) / 1_000 });
  }
}
