import { and, desc, eq, inArray, isNotNull, ne, sql, type SQL } from 'drizzle-orm';
import type { Actor } from '../domain/roles';
import { LEAST_LIKENESS, likeness, scoreOf, weightOf, type Similarity, type SimilarityReason } from '../domain/similar';
import { visibleTo } from './caseConditions';
import type { CaseRow } from './cases';
import { emailKey, phoneKey } from './contactKeys';
import type { Database } from './database';
import { cases } from './schema';
import { caseWords } from './schema/words';

export interface SimilarCase {
  readonly row: CaseRow;
  readonly score: number;
  readonly similarities: readonly Similarity[];
}

/** So many are looked at for each reason, whatever the number of cases on record. */
const CANDIDATES = 50;
/** More only share the telephone of a desk that enters for others. Bounded first, so that it is no reason to walk by date. */
const MOST_SHARING = 1_000;
const TEXT_CANDIDATES = 100;
const TEXTS_BY_FINGERPRINT = 200;

/**
 * Fingerprints that thousands of texts share, such as that of `kính đề nghị cơ quan`, by the statistics that PostgreSQL
 * keeps for its own plans: they say nothing, and looking for them takes long. Texts that are alike share rarer ones too.
 */
const phrasesOfTheOffice = sql`array(
  select fingerprint
  from pg_stats
  join pg_class on pg_class.oid = 'case_words'::regclass
  cross join lateral unnest(most_common_elems::text::integer[], most_common_elem_freqs) as common (fingerprint, share)
  where schemaname = pg_class.relnamespace::regnamespace::text and tablename = 'case_words' and attname = 'sketch'
    and fingerprint is not null and share * reltuples > 2000
)`;

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
    const some = db
      .select({ code: cases.code, receivedAt: cases.receivedAt })
      .from(cases)
      .where(and(same, among))
      .limit(MOST_SHARING)
      .as('some');
    const rows = await db.select({ code: some.code }).from(some).orderBy(desc(some.receivedAt)).limit(CANDIDATES);
    for (const { code } of rows) add(code, { reason, weight: weightOf[reason] });
  });
  await Promise.all([...sharing, addSimilarTexts(db, subject.code, visibleTo(actor), add)]);
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
  subject: string,
  visible: SQL | undefined,
  add: (code: string, similarity: Similarity) => void
): Promise<void> {
  const seen = visible && inArray(caseWords.caseCode, db.select({ code: cases.code }).from(cases).where(visible));
  const alike = db
    .select({ code: caseWords.caseCode, sketch: caseWords.sketch })
    .from(caseWords)
    .where(and(sql`${caseWords.sketch} @> array[fingerprint]`, ne(caseWords.caseCode, subject), seen))
    .limit(TEXTS_BY_FINGERPRINT);
  const candidates = await db.execute<{ code: string; sketch: number[]; its: number[] }>(sql`
    select case_code as code, sketch, its from (
      select alike.case_code, alike.sketch, subject.its
      from (select sketch as its from case_words where case_code = ${subject}) as subject
      cross join lateral unnest(its) as fingerprint
      cross join lateral (${alike}) as alike
      where fingerprint <> all (${phrasesOfTheOffice})
    ) as found
    group by code, sketch, its order by count(*) desc, code limit ${TEXT_CANDIDATES}`);
  for (const candidate of candidates) {
    const weight = likeness(candidate.its, candidate.sketch);
    if (weight >= LEAST_LIKENESS) add(candidate.code, { reason: 'text', weight: Math.round(weight * 1_000) / 1_000 });
  }
}
