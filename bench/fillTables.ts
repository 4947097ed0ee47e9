import type { Sql } from 'postgres';
import { submission } from '../test/support/inputs';
import { law } from '../test/support/law';
import { submitter } from '../test/support/people';
import { unborn, type CaseState } from '../domain/case';
import { decide } from '../domain/decide';
import { evolve } from '../domain/evolve';
import type { Instant } from '../domain/time';

export const AGENCIES = 40;
export const OFFICERS_PER_AGENCY = 8;
/** A province's open cases are what comes in during a few weeks, however many years lie behind. */
export const OPEN = 5_000;
const YEARS_OF_DAYS = 5 * 365;

/** The moment at which the tables are looked at. */
export const LOOKED_AT: Instant = '2026-10-05T09:00:00.000+07:00';

/** A vocabulary of syllables such as petitions are made of; their index gives each word its share. */
const syllables =
  'ho so cap phep xay dung dat dai thu tuc hanh chinh nguoi dan phuong xa huyen tinh cong van tra loi cham tre giay to ' +
  'chung thuc ban sao le phi nop thue dang ky kinh doanh bao hiem y te truong hoc duong sa dien nuoc moi truong rac thai ' +
  'tieng on boi thuong giai phong mat bang quy hoach nha o khieu nai kien nghi phan anh can bo thai do mot cua lien thong ' +
  'ket qua hen ngay qua han thieu can cu phap luat nghi dinh thong tu sua doi bo sung thay the bai bo vuong mac kho khan';

/** A case as its workflow would keep it, from which all are made: only its size and shape matter here. */
function sampleState(): CaseState {
  const decision = decide(
    unborn('SAMPLE'),
    { action: 'submit', by: submitter, at: LOOKED_AT, key: 'sample', input: submission(LOOKED_AT) },
    law,
    LOOKED_AT
  );
  if (!decision.ok) throw new Error(decision.refusal.reason);
  return decision.events.reduce(evolve, unborn('SAMPLE'));
}

/** Fills an empty database with so many cases: five years of them, the latest `OPEN` still open, one in five of these late. */
export async function fillTables(sql: Sql, cases: number): Promise<void> {
  const indexes = await sql<{ name: string; definition: string }[]>`
    select indexname as name, indexdef as definition from pg_indexes
    where tablename = 'cases' and indexname <> 'cases_pkey'`;
  for (const { name } of indexes) await sql.unsafe(`drop index ${name}`);
  const state = JSON.stringify(sampleState());
  const words = syllables.split(' ');
  await sql`
    insert into cases (code, seq, status, open, channel, category, title, content, submitter_name, submitter_phone,
      submitter_account, attachments, sketch, received_at, entered_at, lead_agency, officer, agencies, waits_for,
      answer_due, overdue, urgency, search, state, head, sealed_seq, updated_at)
    select 'BENCH-' || lpad(n::text, 7, '0'), 1, status, open, 'portal', 'category-' || n % 7, text, text,
      'Người gửi ' || n, '09' || lpad((n % 900000)::text, 8, '0'), 'account-' || n % 300000, '{}',
      array(select hashtext(word || n % 5000) from unnest(string_to_array(text, ' ')) word limit 32),
      received, received, agency, officer, array[agency], case when open then agency end,
      due, late, case when open then due else '9999-12-31'::timestamptz end, 'bench-' || lpad(n::text, 7, '0') || ' ' || text,
      ${state}::jsonb, md5(n::text), 1, received
    from (
      select n, n > ${cases - OPEN}::int as open, 'agency-' || n % ${AGENCIES}::int as agency,
        'officer-' || n % ${AGENCIES}::int || '-' || n / ${AGENCIES}::int % ${OFFICERS_PER_AGENCY}::int as officer,
        case when n <= ${cases - OPEN}::int then 'closed' else (array['received', 'forwarded', 'processing', 'processing',
          'approving', 'awaiting_info', 'answered'])[1 + n % 7] end as status,
        ${LOOKED_AT}::timestamptz - (${cases}::int - n) * ${YEARS_OF_DAYS}::int * interval '1 day' / ${cases}::int as received,
        ${LOOKED_AT}::timestamptz + ((n::bigint * 7919) % 250 - 50) * interval '2 hours' as due,
        n > ${cases - OPEN}::int and (n::bigint * 7919) % 250 < 50 as late,
        (select string_agg((string_to_array(${syllables}, ' '))[1 + (abs(hashtext(n || '/' || i)) % 1000 * (abs(hashtext(i || '/' || n)) % 1000)
          / 1000 * ${words.length}::int / 1000)], ' ') from generate_series(1, 60) i) as text
      from generate_series(1, ${cases}::int) n
    ) as made`;
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
  await sql`vacuum analyze`;
}
