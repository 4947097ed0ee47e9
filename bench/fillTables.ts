import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { Sql } from 'postgres';
import { submission } from '../test/support/inputs';
import { law } from '../test/support/law';
import { submitter } from '../test/support/people';
import { gatherAnswerCounts } from '../db/answerCounts';
import type { OpenDatabase } from '../db/database';
import { unborn } from '../domain/case';
import { decide } from '../domain/decide';
import { evolve } from '../domain/evolve';
import type { Instant } from '../domain/time';
import { petition } from './petitions';

const AGENCIES = 40;
const OFFICERS_PER_AGENCY = 8;
/** A province's open cases are what comes in during a few weeks, however many years lie behind. */
const OPEN = 5_000;
const PARTS = 3;
const YEARS_OF_DAYS = 5 * 365;

/** The moment at which the tables are looked at. */
export const LOOKED_AT: Instant = '2026-10-05T09:00:00.000+07:00';

/** A case as its workflow would keep it, from which all are made: only its size and shape matter here. */
function sampleState(): string {
  const decision = decide(
    unborn('SAMPLE'),
    { action: 'submit', by: submitter, at: LOOKED_AT, key: 'sample', input: submission(LOOKED_AT) },
    law,
    LOOKED_AT
  );
  if (!decision.ok) throw new Error(decision.refusal.reason);
  return JSON.stringify(decision.events.reduce(evolve, unborn('SAMPLE')));
}

/**
 * Fills an empty database with so many cases: five years of them, the latest `OPEN` still open, one in five of these late,
 * the answers of half of the others published.
 */
export async function fillTables({ db, sql }: OpenDatabase, cases: number): Promise<void> {
  const indexes = await sql<{ name: string; definition: string }[]>`
    select indexname as name, indexdef as definition from pg_indexes
    where tablename in ('cases', 'case_words', 'publications') and indexname not in (select conname from pg_constraint)`;
  for (const { name } of indexes) await sql.unsafe(`drop index ${name}`);
  await sql`create unlogged table bench_texts (n integer, title text, content text)`;
  await pipeline(Readable.from(petitions(cases)), await sql`copy bench_texts from stdin`.writable());
  // In parts at once: the words of the texts are most of the work.
  const part = Math.ceil(cases / PARTS);
  await Promise.all(
    Array.from({ length: PARTS }, (_, index) => fillCases(sql, cases, index * part, (index + 1) * part))
  );
  await sql`
    insert into publications (number, case_code, received_at, first_published_at, published_at, changed_at, category,
      agency, title, content, answer, attachments)
    select to_char(received_at, 'YYYY') || '-' || lpad(n::text, 7, '0'), code, received_at, published, published, published,
      category, lead_agency, cases.title, cases.content, answer.content, '{}'
    from (select *, right(code, 7)::int as n, received_at + interval '20 days' as published from cases where not open) as cases
    join bench_texts as answer using (n)
    where n % 2 = 0`;
  await sql`drop table bench_texts`;
  await sql`
    insert into case_standings (case_code, seq, recorded_at, status, agency, category, channel, received_on, overdue,
      settled_on, answered, term_late_after, returned_on, disputed_on, holders, held_after, term_from, paused_after,
      paused_through)
    select code, 1, received_at, status, lead_agency, category, channel, received_at::date, overdue,
      case when not open then received_at::date + 1 + abs(hashtext(code)) % 40 end, not open,
      case when abs(hashtext(code)) % 40 > 21 then received_at::date + 21 end, '{}', '{}',
      array['office', lead_agency, null], array[received_at::date, received_at::date + 2, received_at::date + 15],
      received_at::date, '{}', '{}'
    from cases`;
  for (const { definition } of indexes) await sql.unsafe(definition);
  await gatherAnswerCounts(db);
  await sql`vacuum analyze`;
}

const fillCases = (sql: Sql, cases: number, after: number, through: number) =>
  sql`
    insert into cases (code, seq, status, open, channel, category, title, content, submitter_name, submitter_phone,
      submitter_account, attachments, received_at, entered_at, lead_agency, officer, agencies, waits_for,
      answer_due, overdue, urgency, state, head, sealed_seq, updated_at)
    select 'BENCH-' || to_char(received, 'YYMM') || '-' || lpad(n::text, 7, '0'), 1, status, open, 'portal', 'category-' || n % 7, title, content,
      'Người gửi ' || n, '09' || lpad((n % 900000)::text, 8, '0'), 'account-' || n % 300000, '{}',
      received, received, agency, officer, array[agency], case when open then agency end,
      due, late, case when open then due else '9999-12-31'::timestamptz end,
      ${sampleState()}::jsonb, md5(n::text), 1, received
    from (
      select *, n > ${cases - OPEN}::int as open, 'agency-' || n % ${AGENCIES}::int as agency,
        'officer-' || n % ${AGENCIES}::int || '-' || n / ${AGENCIES}::int % ${OFFICERS_PER_AGENCY}::int as officer,
        case when n <= ${cases - OPEN}::int then 'closed' else (array['received', 'forwarded', 'processing', 'processing',
          'approving', 'awaiting_info', 'answered'])[1 + n % 7] end as status,
        ${LOOKED_AT}::timestamptz - (${cases}::int - n) * ${YEARS_OF_DAYS}::int * interval '1 day' / ${cases}::int as received,
        ${LOOKED_AT}::timestamptz + ((n::bigint * 7919) % 250 - 50) * interval '2 hours' as due,
        n > ${cases - OPEN}::int and (n::bigint * 7919) % 250 < 50 as late
      from bench_texts where n > ${after}::int and n <= ${through}::int
    ) as made`;

/** Lines of COPY. */
function* petitions(cases: number): Generator<string> {
  for (let number = 1; number <= cases; number++) {
    const { title, content } = petition(number);
    yield `${String(number)}\t${title}\t${content}\n`;
  }
}
