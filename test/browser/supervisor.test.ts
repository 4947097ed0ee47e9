import { act, idOf, LEAD, peopleOf, submitted, type People } from '../api/support/people';
import { eventually } from '../support/eventually';
import { at } from '../support/law';
import { focusOn, gone, saved, writeMoment } from './support/acting';
import { looksRight } from './support/looksRight';
import { setStage, type Stage } from './support/stage';

const PHONE = 390;

let stage: Stage;
let people: People;
let late: string;
let escalated: string;

beforeAll(async () => {
  stage = await setStage({ startsAt: at('2026-10-05 08:00') });
  people = await peopleOf(stage.service);
  [late, escalated] = [await enteredLate(), await enteredLate()];
  for (const code of [late, escalated]) {
    await act(people.reception, code, 'accept');
    await act(people.reception, code, 'forward', { lead: LEAD });
    await act(people.head, code, 'assign', { officer: await idOf(people.officer) });
  }
  await act(people.reception, escalated, 'escalate', {
    ground: 'agencies_disagree',
    proposal: 'Đề nghị giao Sở Tư pháp chủ trì trả lời.',
  });
});
afterAll(() => stage.close());

/** A case that is overdue the moment it is entered: nothing that is looked at here ages meanwhile. */
async function enteredLate(): Promise<string> {
  const { body } = await people.reception.upload('dau-den.txt', 'Dấu đến của văn thư');
  return submitted(people.reception, {
    channel: 'paper',
    receivedAt: '2026-07-06T08:00:00+07:00',
    receiptReason: 'Nhập sau.',
    receiptEvidence: body.id,
  });
}

test.each([
  ['vi', 'light', 1440],
  ['en', 'dark', 360],
  ['vi', 'light', 768],
] as const)('R10.1: what is late and with whom, and the reports, in %s, %s, %i px', async (language, scheme, width) => {
  const page = await stage.openAs('supervisor', '/overview', { language, scheme, width });
  await page.getByRole('table').first().waitFor();
  await page.getByText('Đề nghị giao Sở Tư pháp').waitFor();
  await looksRight(page);

  await page.goto('/reports');
  await page.getByRole('table').first().waitFor();
  await looksRight(page);
});

test('R10.1: a supervisor opens the list behind a figure, and urges an agency about all that is late', async () => {
  const page = await stage.openAs('supervisor', '/overview');
  const row = page.getByRole('row').filter({ has: page.getByRole('rowheader', { name: 'Sở Tư pháp' }) });
  await row.getByRole('button').click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('textbox').fill('Đề nghị trả lời ngay trong ngày.');
  await dialog.locator('button[type=submit]').click();
  await dialog.getByRole('status').waitFor();
  const events = (await people.supervisor.get(`/v1/cases/${late}/events`)).body.items as { type: string }[];
  expect(events.map(({ type }) => type)).toContain('urge');
  await page.keyboard.press('Escape');
  await gone(dialog);

  await row.getByRole('link').first().click();
  await page.waitForURL('**/reports/cases**');
  await page.getByText(late).waitFor();
  await looksRight(page);
});

test('R10.1: what is due soon and the share in time open their lists, and a list is saved as it is narrowed', async () => {
  const code = await submitted(people.citizen);
  await act(people.reception, code, 'forward', { lead: LEAD });
  await act(people.head, code, 'assign', { officer: await idOf(people.officer) });
  await act(people.head, code, 'answer', { text: 'Thủ tục đã được niêm yết.' });
  const page = await stage.openAs('supervisor', '/overview');
  const row = page.getByRole('row').filter({ has: page.getByRole('rowheader', { name: 'Sở Tư pháp' }) });
  await row.getByRole('link', { name: /^Sở Tư pháp: \d+ hồ sơ sắp hoặc đã đến hạn$/ }).click();
  await page.waitForURL((url) => url.pathname === '/reports/cases' && url.searchParams.has('due'));
  await page.goBack();
  await row.getByRole('link', { name: /^Sở Tư pháp: \d+% trả lời đúng hạn$/ }).click();
  await page.waitForURL((url) => url.searchParams.get('figure') === 'answered');
  await page.getByText(code).waitFor();

  const list = await saved(page, /\/v1\/cases\/export/, async () => {
    await page.getByRole('button', { name: 'Tải danh sách' }).click();
    await page.getByRole('menuitem', { name: 'Văn bản phân cách (CSV)' }).click();
  });
  expect(list.asked.get('figure')).toBe('answered');
  expect(list.content).toContain(code);
  expect(list.content).not.toContain(escalated);
});

test('R10.1: on a phone a list shows status and deadline of each case without being pushed aside', async () => {
  const page = await stage.openAs('supervisor', '/reports/cases?overdue=true', { width: PHONE });
  const facts = page.locator('tbody tr').filter({ hasText: late }).locator('td');
  await facts.first().waitFor();
  const edges = (await facts.all()).map(async (fact) => {
    const box = await fact.boundingBox();
    return box === null ? Infinity : box.x + box.width;
  });
  expect(Math.max(...(await Promise.all(edges)))).toBeLessThan(PHONE);
  await looksRight(page);
});

test('R10.2: the leadership decides an escalation beside the proposal of the Office', async () => {
  const page = await stage.openAs('leadership', '/overview');
  const article = page.getByRole('article').filter({ hasText: escalated });
  await article.getByText('Đề nghị giao Sở Tư pháp').waitFor();
  await article.getByRole('button').click();
  await looksRight(page);
  await article.getByRole('radio', { name: 'Chỉ đạo xử lý lại' }).check();
  await article.getByRole('textbox', { name: 'Nội dung quyết định' }).fill('Giao Sở Tư pháp trả lời.');
  await article.getByRole('button', { name: 'Quyết định' }).last().click();
  await page.getByText('Đã xong: Quyết định').waitFor();
  await article.waitFor({ state: 'detached' });
  await focusOn(page, /^Toàn cảnh xử lý/);
  expect(await page.evaluate('Object.keys(localStorage).filter((key) => key.startsWith("pakn.draft."))')).toEqual([]);
  expect((await people.leadership.get(`/v1/cases/${escalated}`)).body).toMatchObject({ leadAgency: LEAD });
  const events = (await people.leadership.get(`/v1/cases/${escalated}/events`)).body.items as object[];
  expect(events).toContainEqual(
    expect.objectContaining({
      type: 'decide',
      data: expect.objectContaining({ text: 'Giao Sở Tư pháp trả lời.' }) as object,
    })
  );
});

test('R10.1: parts of a chart open their lists, by pointer and by keyboard', async () => {
  await submitted(people.citizen);
  const page = await stage.openAs('supervisor', '/overview');
  const load = page.getByRole('group', { name: 'Khối lượng chưa kết thúc' });
  await load.getByRole('link', { name: 'Sở Tư pháp, Quá hạn' }).click();
  await page.waitForURL(/reports\/cases.*overdue=/);
  await page.getByText(late).waitFor();
  await page.goBack();
  await page.getByRole('group', { name: 'Diễn biến theo tuần' }).getByRole('link').first().press('Enter');
  await page.waitForURL(/reports\/cases.*from=/);
  await page.getByRole('heading', { level: 1 }).waitFor();
});

test('R10.1: the report says with whom cases lay for how long, and a quarter is had as of any moment', async () => {
  const page = await stage.openAs('supervisor', '/reports');
  const held = page.getByRole('table', { name: 'Hồ sơ nằm ở đâu, bao lâu' });
  await held
    .getByRole('row', { name: /Sở Tư pháp/ })
    .first()
    .getByText(/Sở Tư pháp: .* ngày/)
    .waitFor();
  const quarterly = page.getByRole('region').or(page.locator('section')).filter({ hasText: 'Báo cáo quý' }).last();
  await writeMoment(quarterly, 'Số liệu như đã biết lúc', '05/01/2026', '08:00');
  const [asked, saved] = await Promise.all([
    page.waitForRequest(/\/v1\/reports\/quarterly/),
    page.waitForEvent('download'),
    quarterly.getByRole('button', { name: 'Tải XLSX' }).click(),
  ]);
  expect(new URL(asked.url()).searchParams.get('asOf')).toBe('2026-01-05T08:00:00+07:00');
  expect(saved.suggestedFilename()).toMatch(/^bao-cao-quy-[1-4]-\d{4}\.xlsx$/);
});

test('R10.3: whoever stands in does so from the legal day on, whatever the day of the browser', async () => {
  const page = await stage.openAs(`lead.${LEAD}`, '/absence');
  const browsersDay = new Intl.DateTimeFormat('en-GB', { timeZone: 'Asia/Ho_Chi_Minh' }).format();
  await eventually(
    () => page.getByRole('textbox', { name: 'Từ ngày' }).inputValue(),
    (day) => day !== '' && day !== browsersDay
  );
});
