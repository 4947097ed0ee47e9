import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PDFDocument } from '@cantoo/pdf-lib';
import { act, idOf, inHandling, LEAD, peopleOf, submitted, type People } from '../api/support/people';
import { choose, confirm, focusOn, gone, holds, openAct, press, sendAct } from './support/acting';
import { looksRight } from './support/looksRight';
import { email, piped } from './support/mailing';
import { setStage, type Stage } from './support/stage';

let stage: Stage;
let people: People;
let env: Record<string, string> = {};

beforeAll(async () => {
  stage = await setStage({
    env: { FILES_DIR: mkdtempSync(join(tmpdir(), 'desk-')) },
    apiEnv: (given) => (env = { ...given }),
  });
  people = await peopleOf(stage.service);
});

afterAll(() => stage.close());

test('R3: an e-mail is completed to a case beside what it says, and one that is no petition is dismissed', async () => {
  await piped(env, email('Duong vao xom ngap', 'Đường vào xóm bị ngập mỗi khi mưa.'));
  await piped(env, email('Quang cao', 'Mời mua hàng.'));
  const page = await stage.openAs('reception', '/drafts');
  await page.getByRole('link', { name: 'Duong vao xom ngap' }).waitFor();
  await looksRight(page);
  await page.getByRole('link', { name: 'Duong vao xom ngap' }).click();
  await page.getByRole('heading', { level: 1, name: 'Duong vao xom ngap' }).waitFor();
  await looksRight(page);
  await page.getByRole('textbox', { name: 'Địa chỉ' }).fill('Phường Trung tâm');
  await page.getByRole('textbox', { name: 'Tiêu đề' }).fill('Đường vào xóm bị ngập');
  // It becomes a case whose code is lost on the way: whoever tries again is led to it.
  await page.route('**/v1/drafts/*/submit', (route) => route.fetch().then(() => route.abort()), { times: 1 });
  await press(page, 'Nhập và mở hồ sơ');
  await page.getByRole('alert').getByText('Không kết nối được với hệ thống.').waitFor();
  await press(page, 'Nhập và mở hồ sơ');
  await page.getByRole('link', { name: 'Mở hồ sơ' }).click();
  await page.getByRole('heading', { level: 1, name: 'Đường vào xóm bị ngập' }).waitFor();

  await page.goto('/drafts');
  await page.getByRole('link', { name: 'Quang cao' }).click();
  await page.getByRole('textbox', { name: 'Lý do' }).fill('Thư quảng cáo.');
  await press(page, 'Bỏ qua thư này');
  await page.getByText('Không có thư nào').waitFor();
  await page.getByRole('link', { name: 'Không phải phản ánh' }).click();
  await page.getByRole('link', { name: 'Quang cao' }).waitFor();
});

test('a text that a unit uses again is written once and put into an answer with what it takes from the case', async () => {
  const code = await inHandling(people);
  const page = await stage.openAs(`officer.${LEAD}`, '/texts');
  await page.getByText('Chưa có mẫu nào').waitFor();
  await press(page, 'Thêm mẫu');
  await page.getByRole('textbox', { name: 'Tên mẫu' }).fill('Mở đầu thư trả lời');
  await page.getByRole('textbox', { name: 'Nội dung' }).fill('Về hồ sơ {{code}}, đơn vị trả lời {{ai}} như sau.');
  await press(page, 'Lưu mẫu');
  await page
    .getByText(/"ai" is not one of/)
    .or(page.locator('[aria-invalid=true]'))
    .first()
    .waitFor();
  await looksRight(page);
  await page.getByRole('textbox', { name: 'Nội dung' }).fill('Về hồ sơ {{code}}, đơn vị trả lời như sau.');
  await press(page, 'Lưu mẫu');
  await gone(page.getByRole('dialog'));
  await page.getByRole('heading', { level: 2, name: 'Mở đầu thư trả lời' }).waitFor();
  await looksRight(page);

  await page.goto(`/inbox/${code}?act=propose`);
  await page.getByRole('textbox', { name: 'Dự thảo trả lời' }).fill('Kính gửi Ông/Bà,');
  await page.getByRole('combobox', { name: 'Dùng văn bản mẫu' }).click();
  await page.getByRole('option', { name: 'Mở đầu thư trả lời' }).click();
  await holds(
    page.getByRole('textbox', { name: 'Dự thảo trả lời' }),
    `Kính gửi Ông/Bà,\n\nVề hồ sơ ${code}, đơn vị trả lời như sau.`
  );
  await looksRight(page);

  await page.goto('/texts');
  await press(page, 'Bỏ mẫu: Mở đầu thư trả lời');
  await page.getByText('Chưa có mẫu nào').waitFor();
  await focusOn(page, /^Văn bản mẫu$/);
});

test('R10.1: linked cases are shown from both sides, and a PDF is looked at where it is', async () => {
  const [first, second] = [await inHandling(people), await submitted(people.citizen, { title: 'Gửi lại lần nữa' })];
  const sheet = await PDFDocument.create();
  sheet.addPage();
  const file = await people.officer.upload('bien-ban.pdf', Uint8Array.from(await sheet.save()));
  await act(people.officer, first, 'note', { text: 'Biên bản kèm theo.', attachments: [file.body.id] });
  const third = await submitted(people.citizen, { title: 'Gửi lại lần nữa' });
  const page = await stage.openAs('reception', `/inbox/${second}?act=link&with=${third}`);
  const to = page.getByRole('textbox', { name: 'Mã hồ sơ có trước' });
  await holds(to, third);
  await page.getByRole('radio', { name: 'Trùng nội dung' }).check();
  await page.getByText('Bản nháp đã được lưu').waitFor();
  // The button beside another case means that one, whatever was begun before.
  await page
    .getByRole('region', { name: 'Hồ sơ tương tự' })
    .getByRole('listitem')
    .filter({ has: page.locator(`a[href*="${first}"]`) })
    .getByRole('button')
    .click();
  await holds(to, first);
  await page.getByRole('radio', { name: 'Trùng nội dung' }).check();
  await press(page, 'Liên kết với hồ sơ có trước');
  const linked = page.getByRole('region', { name: 'Hồ sơ liên kết' });
  await linked.getByText('Trùng nội dung với hồ sơ trước').waitFor();
  await linked.getByRole('link').click();
  await page.waitForURL(new RegExp(`/inbox/${first}`));
  await linked.getByText('Hồ sơ sau trùng nội dung').waitFor();
  await linked.getByRole('link', { name: 'Gửi lại lần nữa' }).waitFor();
  const shown = page.waitForResponse((response) => response.url().includes('preview=true'));
  await press(page, 'Xem tệp bien-ban.pdf');
  await page.getByRole('dialog').locator('iframe[title="bien-ban.pdf"]').waitFor();
  expect((await page.request.get((await shown).url())).headers()['content-type']).toBe('application/pdf');
});

test('R10.3: a colleague acts for an absent head, sees that they do, and it stands on record', async () => {
  const code = await submitted(people.citizen, { title: 'Chờ thủ trưởng phân công' });
  await act(people.reception, code, 'forward', { lead: LEAD });
  const head = await stage.openAs(`lead.${LEAD}`, '/');
  await head.getByRole('button', { name: /^Tài khoản/ }).click();
  await head.getByRole('menuitem', { name: 'Làm thay khi vắng mặt' }).click();
  await head.getByRole('heading', { level: 1, name: 'Làm thay khi vắng mặt' }).waitFor();
  await press(head, 'Cử người làm thay');
  await head.getByRole('alert').getByText('Lý do: Cần điền mục này.').waitFor();
  await looksRight(head);
  await choose(head, 'Người làm thay', 'can bo', 'Cán bộ xử lý');
  await head.getByRole('textbox', { name: 'Lý do' }).fill('Đi công tác.');
  await press(head, 'Cử người làm thay');
  const named = head.getByRole('row').filter({ hasText: 'Đi công tác.' });
  await named.getByText('Đang làm thay').waitFor();
  await looksRight(head);

  const page = await stage.openAs(`officer.${LEAD}`, `/inbox/${code}`);
  await page.getByRole('heading', { level: 1, name: 'Chờ thủ trưởng phân công' }).waitFor();
  expect(await page.getByRole('button', { name: 'Phân công', exact: true }).count()).toBe(0);
  await page.getByRole('button', { name: /^Tài khoản/ }).click();
  await page.getByRole('menuitem', { name: 'Thay mặt Thủ trưởng cơ quan' }).click();
  await page.getByText('Bạn đang làm thay thủ trưởng vắng mặt.').waitFor();
  await looksRight(page);
  await openAct(page, 'Phân công');
  await choose(page, 'Cán bộ xử lý', 'can bo', 'Cán bộ xử lý');
  await sendAct(page, 'Phân công');
  await page.getByText('thay Thủ trưởng cơ quan').first().waitFor();

  const absent = await idOf(people.head);
  const savedBy = async (form: () => Promise<void>): Promise<string> => {
    const [asked, saved] = await Promise.all([
      page.waitForRequest(/\/v1\/(cases\/.*\/export|reports\/quarterly)/),
      page.waitForEvent('download'),
      form(),
    ]);
    expect((await asked.allHeaders())['x-acting-for']).toBe(absent);
    return saved.suggestedFilename();
  };
  // A document in the making shows that it is, so that it is not asked for twice.
  let make = () => {};
  const made = new Promise<void>((resolve) => (make = resolve));
  await page.route('**/export?*', (route) => made.then(() => route.continue()), { times: 1 });
  await press(page, 'Tải về');
  const ofCase = async () => {
    await page.getByRole('menuitem', { name: 'Toàn bộ dữ liệu (JSON)' }).click();
    await page.locator('button[data-loading]').filter({ hasText: 'Tải về' }).waitFor();
    make();
  };
  expect(await savedBy(ofCase)).toBe(`${code}.json`);
  await page.getByRole('navigation').getByRole('link', { name: 'Báo cáo' }).click();
  await page.getByRole('table', { name: 'Báo cáo tình hình xử lý' }).waitFor();
  expect(await savedBy(() => press(page, 'Tải PDF'))).toMatch(/^bao-cao-quy-.*\.pdf$/);

  await page.getByRole('button', { name: /^Tài khoản/ }).click();
  await page.getByRole('menuitem', { name: 'Thôi làm thay' }).click();
  await page.getByText('Bạn đang làm thay thủ trưởng vắng mặt.').waitFor({ state: 'detached' });
  await page.getByRole('heading', { name: 'Trang này dành cho người khác' }).waitFor();
  await page.getByRole('navigation').getByRole('link', { name: 'Báo cáo' }).waitFor({ state: 'detached' });

  await confirm(head, 'Chấm dứt việc Cán bộ xử lý làm thay', 'Chấm dứt');
  await named.getByText('Đã chấm dứt').waitFor();
  // The button went with what it did.
  await focusOn(head, /^Làm thay khi vắng mặt$/);
  await page.reload();
  await page.getByRole('button', { name: /^Tài khoản/ }).click();
  await page.getByRole('menuitem', { name: 'Làm thay khi vắng mặt' }).waitFor();
  await page.getByRole('menuitem', { name: 'Thay mặt Thủ trưởng cơ quan' }).waitFor({ state: 'detached' });
});
