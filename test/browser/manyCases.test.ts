import postgres from 'postgres';
import { inHandling, LEAD, peopleOf, published } from '../api/support/people';
import { eventually } from '../support/eventually';
import { searchInbox } from './support/acting';
import { setStage, type Stage } from './support/stage';

const CASES = 100_000;
/** One in so many has its answer published. */
const SHARE = 2;

// So many rows take minutes on a busy machine.
jest.setTimeout(30 * 60_000);

let stage: Stage;

beforeAll(async () => {
  stage = await setStage();
  const people = await peopleOf(stage.service);
  const [open, answered] = [await inHandling(people), await published(people)];
  await multiply(open, answered);
});

afterAll(() => stage.close());

/** The code of a case by its number, in SQL. */
const code = (n: string) =>
  `'PAKN-2611-0000-' || to_char(${n} / 10000, 'FM0000') || '-' || to_char(${n} % 10000, 'FM0000')`;

const tables = ['cases', 'publications', 'case_standings'];

/** Drops the indexes of the tables, but those that hold a constraint, and answers how they are made again. */
async function withoutIndexes(sql: postgres.Sql): Promise<string[]> {
  const found = await sql<{ name: string; definition: string }[]>`
    select indexname as name, indexdef as definition from pg_indexes
    where tablename in ${sql(tables)} and indexname not in (select conname from pg_constraint)`;
  for (const { name } of found) await sql.unsafe(`drop index "${name}"`);
  return found.map(({ definition }) => definition);
}

/** Repeats an open case and a published one until there are so many: rows as the service writes them, each its own. */
async function multiply(open: string, answered: string): Promise<void> {
  const sql = postgres(stage.service.databaseUrl, { max: 1 });
  const copy = async (table: string, changes: string, source: string) => {
    const columns = await sql<{ name: string }[]>`
      select column_name as name from information_schema.columns
      where table_name = ${table} and table_schema = 'public' and is_generated = 'NEVER' order by ordinal_position`;
    const names = columns.map(({ name }) => `"${name}"`);
    await sql.unsafe(`
      insert into ${table} (${names.join(', ')})
      select ${names.map((name) => `(made.one).${name}`).join(', ')}
      from (
        select jsonb_populate_record(source, ${changes}) as one
        from generate_series(1, ${String(CASES)}) n join ${table} source on ${source}
        -- A row is made once, and not anew for each of its columns.
        offset 0
      ) made`);
  };
  // Made once over all rows, which takes a fraction of adding each row to each of them.
  const indexes = await withoutIndexes(sql);
  const itsCode = code('n');
  const ofCase = (column: string) =>
    `source.${column} = case when n % ${String(SHARE)} = 0 then '${answered}' else '${open}' end`;
  await copy(
    'cases',
    `jsonb_build_object(
      'code', ${itsCode}, 'title', 'Hồ sơ thử tải ' || n, 'submitter_phone', null, 'submitter_email', null, 'submitter_account', null,
      'urgency', source.urgency + n * interval '1 second', 'received_at', source.received_at - n % 300 * interval '1 hour',
      'publication_number', case when source.publication_number is not null then '2025-' || to_char(n, 'FM000000') end)`,
    ofCase('code')
  );
  await copy(
    'publications',
    `jsonb_build_object(
      'number', '2025-' || to_char(n, 'FM000000'), 'case_code', ${itsCode}, 'title', 'Trả lời thử tải số ' || n,
      'published_at', source.published_at - n * interval '1 minute')`,
    `source.case_code = '${answered}' and n % ${String(SHARE)} = 0`
  );
  await copy(
    'case_standings',
    `jsonb_build_object('case_code', ${itsCode})`,
    `${ofCase('case_code')} and source.superseded_at is null`
  );
  for (const definition of indexes) await sql.unsafe(definition);
  for (const table of tables) await sql.unsafe(`analyze ${table}`);
  await sql.end();
}

test('an inbox of 100,000 cases is paged, filtered and searched', async () => {
  const page = await stage.openAs('reception', '/inbox?view=all&ended=true');
  const rows = page.getByRole('rowheader').getByRole('link');
  const seen = new Set<string>();
  for (let leaf = 0; leaf < 3; leaf++) {
    await rows.first().waitFor();
    const titles = await rows.allTextContents();
    expect(titles.filter((title) => seen.has(title))).toEqual([]);
    for (const title of titles) seen.add(title);
    const before = page.url();
    await page.getByRole('link', { name: 'Trang sau' }).click();
    await page.waitForURL((url) => url.href !== before);
    await page.getByRole('link', { name: titles[0]!, exact: true }).waitFor({ state: 'detached' });
  }
  await page.goto('/inbox?view=all');
  await page.getByText('999+').first().waitFor();
  await searchInbox(page, 'ho so thu tai', 50);
  await page.getByText('99+', { exact: true }).first().waitFor();
  await searchInbox(page, 'ho so thu tai 54321', 1);
  await page.getByRole('link', { name: 'Hồ sơ thử tải 54321', exact: true }).waitFor();

  await page.goto('/inbox?view=all&ended=true');
  await page.getByRole('combobox', { name: 'Trạng thái' }).click();
  await page.getByRole('option', { name: 'Đang xử lý', exact: true }).click();
  await page.waitForURL(/status=processing/);
  await eventually(
    () => page.locator('tbody td[data-label="Trạng thái"]').allTextContents(),
    (statuses) => statuses.length > 0 && statuses.every((status) => status === 'Đang xử lý')
  );
});

test('R1.2: 50,000 published answers are searched, and read on from page to page', async () => {
  const page = await stage.open('/answers');
  const found = page.getByRole('article').getByRole('heading');
  await found.nth(19).waitFor();
  await page.getByRole('button', { name: 'Xem thêm' }).click();
  await found.nth(39).waitFor();
  await page.getByLabel('Tìm trong các trả lời').fill('thu tai so 4242');
  await page.keyboard.press('Enter');
  await page.getByRole('link', { name: 'Trả lời thử tải số 4242', exact: true }).waitFor();
  await page.goto(`/answers?agency=${LEAD}`);
  await found.nth(19).waitFor();
});

test('R10.1: the overview counts 100,000 cases, and its lists go on from page to page', async () => {
  const page = await stage.openAs('supervisor', '/overview');
  const row = page.getByRole('row').filter({ has: page.getByRole('rowheader', { name: 'Sở Tư pháp' }) });
  await row.getByRole('link', { name: /chưa kết thúc/i }).click();
  await page.waitForURL(/reports\/cases/);
  const listed = page.getByRole('link', { name: /^Hồ sơ thử tải/ });
  await listed.first().waitFor();
  await page.getByRole('button', { name: 'Xem thêm' }).click();
  await listed.nth(60).waitFor();
  await page.goto('/reports');
  await page.getByRole('table', { name: 'Báo cáo tình hình xử lý' }).getByRole('link').first().click();
  await page.waitForURL(/reports\/cases/);
  await listed.first().waitFor();
});
