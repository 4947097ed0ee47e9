import type { Route } from 'playwright-core';
import { act, idOf, submitted } from '../api/support/people';
import { focused, focusOn, holds, openAct, press as pressButton, saved } from './support/acting';
import { looksRight } from './support/looksRight';
import { setStage, type Stage } from './support/stage';
import { codeIn, fillContent, fillPerson, heading } from './support/submitting';

let stage: Stage;

beforeAll(async () => {
  stage = await setStage();
});

afterAll(() => stage.close());

test('R1.1, R4: from signing up to the receipt, by keyboard where people type; the draft outlives a reload', async () => {
  const page = await stage.open('/', { width: 360 });
  await heading(page);
  await looksRight(page);
  await page.getByRole('link', { name: 'Gửi phản ánh, kiến nghị' }).first().click();
  await heading(page, 'Đăng nhập');
  await page.getByRole('link', { name: 'Tạo tài khoản' }).click();
  await page.getByLabel('Họ và tên').fill('Người dân thử nghiệm');
  await page.getByLabel('Thư điện tử').fill('journey@example.vn');
  await page.getByLabel('Mật khẩu', { exact: true }).fill('ngắn');
  await page.keyboard.press('Enter');
  await page.getByRole('alert').getByText('Mật khẩu: Nội dung quá ngắn.').waitFor();
  await page.getByLabel('Mật khẩu', { exact: true }).fill('một mật khẩu đủ dài');
  await page.keyboard.press('Enter');

  await heading(page, 'Gửi phản ánh, kiến nghị');
  await page.getByRole('button', { name: 'Tiếp tục' }).click();
  await page.getByRole('alert').getByText('Tiêu đề: Cần điền mục này.').waitFor();
  await looksRight(page);
  await fillContent(page, 'Lệ phí chưa được niêm yết');
  await page.locator('input[type=file]').setInputFiles({
    name: 'niêm yết.txt',
    mimeType: 'text/plain',
    buffer: Buffer.from('Ảnh chụp bảng niêm yết.'),
  });
  await page.getByRole('button', { name: 'Bỏ tệp niêm yết.txt' }).waitFor();
  await page.getByText('Bản nháp đã được lưu trong trình duyệt này.').waitFor();
  await page.reload();
  await holds(page.getByLabel('Tiêu đề'), 'Lệ phí chưa được niêm yết');
  await page.getByRole('button', { name: 'Tiếp tục' }).click();
  await fillPerson(page);
  await looksRight(page);
  await page.getByRole('button', { name: 'Tiếp tục' }).click();
  await page.getByText('Lệ phí chưa được niêm yết').waitFor();
  await looksRight(page);
  await page.getByRole('button', { name: 'Gửi đi' }).click();

  const code = await codeIn(page);
  await heading(page, 'Đã nhận phản ánh, kiến nghị của bạn');
  await page.getByText(code).first().waitFor();
  await page.getByRole('img', { name: /^Mã QR/ }).waitFor();
  await page.getByText(/^Còn 1[45] ngày làm việc$/).waitFor();
  await looksRight(page);
  const receipt = await saved(page, /\/receipt$/, () => pressButton(page, 'Giấy tiếp nhận (PDF)'));
  expect(receipt).toMatchObject({
    name: `giay-tiep-nhan-${code}.pdf`,
    content: expect.stringMatching(/^%PDF/) as string,
  });

  const stranger = await stage.open('/track');
  const misread = code.toLowerCase().replaceAll('-', ' ').replaceAll('0', 'o').replaceAll('1', 'l');
  await stranger.getByLabel('Mã hồ sơ').fill(` ${misread} `);
  await stranger.keyboard.press('Enter');
  await heading(stranger, `Hồ sơ ${code}`);
  await stranger.getByText('Mới nhận').waitFor();
  await expect(stranger.getByText('Lệ phí chưa được niêm yết').count()).resolves.toBe(0);
  await looksRight(stranger);
});

test('R6.2, R8.1: a submitter supplies what is asked of them, and withdraws', async () => {
  const citizen = await stage.service.as('citizen');
  const reception = await stage.service.as('reception');
  const { body } = await citizen.post('/v1/cases', {
    channel: 'portal',
    category: 'other',
    title: 'Đường vào xóm bị ngập',
    content: 'Đường vào xóm bị ngập mỗi khi mưa.',
    submitter: { name: 'Người dân', address: 'Phường Trung tâm', phone: '0900 000 000', email: 'citizen@example.vn' },
  });
  const code = body.code as string;
  await reception.post(`/v1/cases/${code}/requestInfo`, { question: 'Xin cho biết tên đường.' });

  const page = await stage.openAs('citizen', '/my-cases', { width: 768 });
  await page.getByText('Đang chờ bạn bổ sung').waitFor();
  await looksRight(page);
  await page.getByRole('link', { name: 'Đường vào xóm bị ngập' }).click();
  await page.getByRole('heading', { name: 'Cơ quan đề nghị bạn bổ sung' }).waitFor();
  await looksRight(page);
  await page.getByLabel('Nội dung bổ sung').fill('Đường số 5.');
  await page.getByRole('button', { name: 'Bổ sung thông tin', exact: true }).click();
  await page.getByText('Mới nhận').waitFor();
  await page.getByText('Đường số 5.').waitFor();

  await page.getByRole('button', { name: 'Rút phản ánh, kiến nghị' }).click();
  await page.getByText('Sau khi rút, hồ sơ kết thúc').waitFor();
  await page.getByLabel('Lý do rút').fill('Đã được sửa.');
  await page.getByRole('button', { name: 'Rút phản ánh, kiến nghị' }).click();
  await page.getByRole('main').getByText('Đã rút').first().waitFor();
  await looksRight(page);
});

test('R6.2, R8.1: what a submitter did is told, leaves no draft, and the focus goes on where the work does', async () => {
  const reception = await stage.service.as('reception');
  const title = 'Trả lời từng câu hỏi';
  const code = await submitted(await stage.service.as('citizen'), { title });
  await act(reception, code, 'requestInfo', { question: 'Xin cho biết tên đường.' });
  const page = await stage.openAs('citizen', `/my-cases/${code}`);
  const reply = page.getByLabel('Nội dung bổ sung');
  await reply.fill('Đường số 5.');
  await pressButton(page, 'Bổ sung thông tin');
  await page.getByText('Đã xong: Bổ sung thông tin').waitFor();
  await focusOn(page, /^Bạn có thể/);
  await reply.waitFor({ state: 'detached' });

  await act(reception, code, 'requestInfo', { question: 'Xin cho biết số nhà.' });
  await page.reload();
  await page.getByText('Xin cho biết số nhà.').first().waitFor();
  await holds(reply, '');
  await reply.fill('Số 12.');
  await pressButton(page, 'Bổ sung thông tin');
  await reply.waitFor({ state: 'detached' });

  await pressButton(page, 'Rút phản ánh, kiến nghị');
  await page.getByLabel('Lý do rút').fill('Đã được sửa.');
  await pressButton(page, 'Rút phản ánh, kiến nghị');
  await page.getByText('Đã xong: Rút phản ánh, kiến nghị').waitFor();
  await page.getByLabel('Lý do rút').waitFor({ state: 'detached' });
  await focusOn(page, new RegExp(`^${title}$`));
  await looksRight(page);
});

test('R6.1: why a case was not accepted stands on its page, as its reason was called then', async () => {
  const code = await submitted(await stage.service.as('citizen'), { title: 'Chưa rõ việc gì' });
  const rejection = { reason: 'content_unclear', explanation: 'Chưa rõ địa điểm.' };
  await act(await stage.service.as('reception'), code, 'reject', rejection);
  const page = await stage.openAs('citizen', `/my-cases/${code}`, { width: 360 });
  const title = page.getByRole('heading', { name: 'Vì sao không được tiếp nhận' });
  const why = page.locator('section').filter({ has: title });
  await why.getByText('Nội dung không rõ ràng').waitFor();
  await why.getByText('Chưa rõ địa điểm.').waitFor();
  await looksRight(page);
});

test('R6.2, R10.2: what comes too late for a case is offered as a new one, to its submitter and to the Office', async () => {
  const reception = await stage.service.as('reception');
  const code = await submitted(await stage.service.as('citizen'), { title: 'Không rõ ở đâu' });
  await act(reception, code, 'reject', { reason: 'content_unclear', explanation: 'Chưa rõ địa điểm.' });
  const page = await stage.openAs('citizen', `/my-cases/${code}`, { width: 360 });
  await page.getByText('Điều bạn gửi thêm sẽ thành một hồ sơ mới').waitFor();
  await looksRight(page);
  await pressButton(page, 'Bổ sung thông tin');
  await page.getByLabel('Nội dung bổ sung').fill('Ở đường số 5.');
  await pressButton(page, 'Bổ sung thông tin');
  expect(await codeIn(page)).not.toBe(code);

  const desk = await stage.openAs('reception', `/inbox/${code}`);
  await desk.getByRole('heading', { name: 'Người gửi' }).waitFor();
  expect(await desk.getByRole('heading', { name: 'Xử lý', exact: true }).count()).toBe(0);
  await openAct(desk, 'Bổ sung thông tin');
  await desk.getByLabel('Nội dung bổ sung').fill('Người gửi gọi điện: ở đường số 5.');
  await pressButton(desk, 'Bổ sung thông tin');
  await desk.waitForURL((url) => url.pathname.startsWith('/inbox/') && !url.pathname.endsWith(code));
  await desk.getByText('Đã xong: Bổ sung thông tin').waitFor();
  await looksRight(desk);
});

test('R4: who is refused for a while is not told that their code is wrong', async () => {
  const code = await submitted(await stage.service.as('citizen'), { title: 'Tra cứu nhiều lần' });
  const page = await stage.open('/track');
  const problem = { type: 'too-many-attempts', title: 'Too many attempts', status: 429 };
  await page.route('**/v1/track/*', (route) => route.fulfill({ status: 429, json: problem }), { times: 1 });
  await page.getByLabel('Mã hồ sơ').fill(code);
  await page.keyboard.press('Enter');
  await page.getByRole('alert').getByText('Việc này đã được thử quá nhiều lần.').waitFor();
  await looksRight(page);
  await pressButton(page, 'Thử lại');
  await page.getByText('Mới nhận').waitFor();

  for (const wrong of ['PAKN-2611-7K3M-9QXW-2F8A', 'khong-phai-ma']) {
    await page.goto(`/track/${wrong}`);
    await page.getByText('Không có hồ sơ nào mang mã này.').waitFor();
  }
});

test.each([
  ['en', 'light'],
  ['vi', 'dark'],
  ['en', 'dark'],
] as const)('the pages of citizens look right in %s, %s', async (language, scheme) => {
  const page = await stage.openAs('citizen', '/', { language, scheme, width: 360 });
  await heading(page);
  await looksRight(page);
  for (const path of ['/submit', '/submit?step=person', '/my-cases', '/track', '/track/PAKN-2611-7K3M-9QXW-2F8A']) {
    await page.goto(path);
    await heading(page);
    await looksRight(page);
  }
});

test('R4: a reload while the answer is under way makes no second case', async () => {
  const title = 'Gửi hai lần chỉ thành một hồ sơ';
  const page = await stage.openAs('citizen', '/submit');
  await fillContent(page, title);
  await page.getByRole('button', { name: 'Tiếp tục' }).click();
  await fillPerson(page);
  await page.getByRole('button', { name: 'Tiếp tục' }).click();
  // The service takes it, and its answer never arrives.
  const taken = new Promise<void>((resolve) => {
    const swallow = async (route: Route) => {
      await route.fetch();
      resolve();
    };
    void page.route('**/v1/cases', swallow, { times: 1 });
  });
  await page.getByRole('button', { name: 'Gửi đi' }).click();
  await taken;
  await page.reload();
  await page.getByRole('button', { name: 'Gửi đi' }).click();
  const code = await codeIn(page);
  const { body } = await (await stage.service.as('citizen')).get('/v1/cases?limit=200');
  const sent = (body.items as { code: string; title: string }[]).filter((item) => item.title === title);
  expect(sent.map((item) => item.code)).toEqual([code]);
});

/** An answer that was published, and the code of its case. */
async function published(title: string): Promise<string> {
  const { service } = stage;
  const [citizen, reception, head, officer] = await Promise.all(
    ['citizen', 'reception', 'lead.commune-hill', 'officer.commune-hill'].map((mailbox) => service.as(mailbox))
  );
  const code = await submitted(citizen!, { title });
  await act(reception!, code, 'forward', { lead: 'commune-hill' });
  await act(head!, code, 'assign', { officer: await idOf(officer!) });
  await act(officer!, code, 'answer', { text: 'Lệ phí đã được niêm yết đầy đủ.' });
  await act(reception!, code, 'publish', { forms: ['portal'], text: 'Lệ phí đã được niêm yết đầy đủ.', title });
  return code;
}

test('R1.2, R10.2: a published answer is found without diacritics, read by everybody, and disputed by its submitter', async () => {
  const code = await published('Mức thu lệ phí chưa được niêm yết');

  const reader = await stage.open('/answers', { width: 360 });
  await reader.getByLabel('Tìm trong các trả lời').fill('le phi niem yet');
  await reader.keyboard.press('Enter');
  await reader.waitForURL(/q=/);
  await reader.getByRole('link', { name: 'Mức thu lệ phí chưa được niêm yết' }).waitFor();
  await reader.getByRole('status').getByText('1 trả lời').waitFor();
  await focusOn(reader, /^Tìm trong các trả lời/);
  await looksRight(reader);
  await reader.getByRole('link', { name: 'Mức thu lệ phí chưa được niêm yết' }).click();
  await heading(reader, 'Mức thu lệ phí chưa được niêm yết');
  await reader.getByText('Lệ phí đã được niêm yết đầy đủ.').waitFor();
  await looksRight(reader);
  await reader.reload();
  await heading(reader, 'Mức thu lệ phí chưa được niêm yết');
  const feed = await reader.request.get((await reader.locator('link[rel=alternate]').getAttribute('href')) ?? '');
  expect(feed.headers()['content-type']).toContain('application/atom+xml');
  expect(await feed.text()).toContain('Mức thu lệ phí chưa được niêm yết');
  await reader.goto('/answers?q=khongcoai');
  const follow = reader.getByRole('link', { name: 'Theo dõi trả lời mới (Atom)' });
  expect(await follow.getAttribute('href')).toBe('/feed.atom');
  await reader.getByText('Không có trả lời nào khớp').waitFor();
  await looksRight(reader);

  const page = await stage.openAs('citizen', `/my-cases/${code}`);
  await page.getByText('Lệ phí đã được niêm yết đầy đủ.').first().waitFor();
  await pressButton(page, 'Không đồng ý với trả lời');
  await page.getByLabel('Vì sao bạn không đồng ý').waitFor();
  await pressButton(page, 'Không đồng ý với trả lời');
  await page.getByRole('alert').getByText('Vì sao bạn không đồng ý: Cần điền mục này.').waitFor();
  await looksRight(page);
  await page.getByLabel('Vì sao bạn không đồng ý').fill('Bảng niêm yết vẫn thiếu.');
  await page.getByRole('button', { name: 'Không đồng ý với trả lời' }).click();
  await page.getByText('Người gửi không đồng ý').first().waitFor();
});

test('R1.1: by keyboard alone, from the skip link to the receipt', async () => {
  const page = await stage.openAs('citizen', '/submit');
  const press = async (...keys: string[]) => {
    for (const key of keys) await page.keyboard.press(key);
  };
  /** Goes on by the tab key until what has the focus is called like this. */
  const tabTo = async (name: RegExp) => {
    for (let steps = 0; steps < 40; steps++) {
      await page.keyboard.press('Tab');
      if (name.test(await page.evaluate<string>(focused))) return;
    }
    throw new Error(`the tab key does not lead to ${String(name)}`);
  };
  await heading(page);
  await page.getByRole('radio').first().waitFor();
  await press('Tab');
  await expect(page.evaluate(focused)).resolves.toBe('Đến nội dung chính');
  await press('Enter');
  await tabTo(/^Thủ tục/);
  await press('Space');
  await tabTo(/^Tiêu đề/);
  await page.keyboard.type('Gửi bằng bàn phím');
  await tabTo(/^Nội dung chi tiết/);
  await page.keyboard.type('Không dùng chuột.');
  await tabTo(/^Chọn tệp$/);
  await tabTo(/^Tiếp tục$/);
  await press('Enter');
  await focusOn(page, /^Bước 2/);
  await tabTo(/^Địa chỉ/);
  await page.keyboard.type('Phường Trung tâm');
  await tabTo(/^Số điện thoại/);
  await page.keyboard.type('0900 000 000');
  await press('Enter');
  await focusOn(page, /^Bước 3/);
  await tabTo(/^Gửi đi$/);
  await press('Enter');
  await codeIn(page);
  await heading(page, 'Đã nhận phản ánh, kiến nghị của bạn');
});

test('R1.1: a page of a case that is not there says so under a title of its own', async () => {
  const page = await stage.openAs('citizen', '/my-cases/PAKN-0000-0000-0000-0000', { width: 360 });
  await heading(page, 'Không có trang này');
  await looksRight(page);
});
