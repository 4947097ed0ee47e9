import { idOf, submitted } from '../api/support/people';
import { eventually } from '../support/eventually';
import { startPartnerSide } from '../subscribers/support/partnerSide';
import { startReceiver } from '../support/receiver';
import { pauseScheduled } from '../support/schedule';
import { choose, confirm, gone, holds, press, sayYes, sendDialog, writeDay } from './support/acting';
import { looksRight } from './support/looksRight';
import { setStage, type Stage } from './support/stage';

/** Is still to come, on whatever day the tests run. */
const LATER = new Date().getUTCFullYear() + 3;

let stage: Stage;

beforeAll(async () => {
  stage = await setStage({
    env: {
      WEBHOOK_ALLOWED_NETWORKS: '127.0.0.0/8',
      WEBHOOK_RETRY_SECONDS: '0.05,0.05,0.05,0.05',
    },
  });
  await pauseScheduled(`partner-comparison/${stage.service.taskQueue}`);
});
afterAll(() => stage.close());

const manners = [
  ['vi', 'light', 1440],
  ['en', 'dark', 360],
  ['vi', 'light', 768],
] as const;

describe('R10.3: accounts', () => {
  test('R10.3: an administrator makes an account, hands over a link, and its owner signs in', async () => {
    const page = await stage.openAs('admin', '/admin/accounts');
    await page.getByRole('row').nth(1).waitFor();
    await looksRight(page);
    await page.getByRole('button', { name: 'Tạo tài khoản' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel('Tên').fill('Cán bộ Sở Tư pháp');
    await dialog.getByLabel('Thư điện tử').fill('can.bo@example.vn');
    await dialog.locator('button[type=submit]').click();
    await dialog.getByText('Không phù hợp với vai trò đã chọn.').first().waitFor();
    await looksRight(page);
    await choose(dialog, 'Cơ quan', 'tu phap', 'Sở Tư pháp');
    await sendDialog(dialog);
    await page.getByRole('heading', { level: 1, name: 'Cán bộ Sở Tư pháp' }).waitFor();
    await looksRight(page);

    await confirm(page, 'Tạo liên kết đặt mật khẩu');
    const link = await page.getByRole('textbox', { name: 'Liên kết' }).inputValue();
    await looksRight(page);
    const theirs = await stage.open(link.slice(stage.service.address.length));
    await theirs.locator('input[type=password]').fill('mật khẩu của riêng mình');
    await theirs.keyboard.press('Enter');
    await theirs.getByRole('main').getByRole('link', { name: 'Đăng nhập' }).click();
    await theirs.getByLabel('Thư điện tử').fill('can.bo@example.vn');
    await theirs.locator('input[type=password]').fill('mật khẩu của riêng mình');
    await theirs.keyboard.press('Enter');
    await theirs.waitForURL('**/inbox**');

    await page.goto('/admin/accounts');
    await page.getByRole('searchbox').fill('can bo so tu phap');
    await page.getByRole('row').filter({ hasText: 'can.bo@example.vn' }).waitFor();
    await page.waitForURL('**/admin/accounts?q=**');
  });

  test('R10.3: an administrator names who stands in for an absent head, and ends it', async () => {
    const page = await stage.openAs('admin', '/absence');
    await page.getByRole('heading', { level: 1, name: 'Làm thay khi vắng mặt' }).waitFor();
    await choose(page, 'Người vắng mặt', 'tu phap', 'Thủ trưởng cơ quan · Sở Tư pháp');
    await choose(page, 'Người làm thay', 'can bo', 'Cán bộ xử lý');
    await page.getByRole('textbox', { name: 'Lý do' }).fill('Ốm đột xuất.');
    await looksRight(page);
    await page.getByRole('button', { name: 'Cử người làm thay' }).click();
    const named = page.getByRole('row').filter({ hasText: 'Ốm đột xuất.' });
    await named.getByText('Đang làm thay').waitFor();
    await confirm(page, 'Chấm dứt việc Cán bộ xử lý làm thay', 'Chấm dứt');
    await named.getByText('Đã chấm dứt').waitFor();
    await looksRight(page);
  });

  test('R1.6: a connected system gets a key that is shown once, and loses it', async () => {
    const page = await stage.openAs('admin', '/admin/accounts?role=integration');
    await page.getByRole('link', { name: 'Hệ thống kết nối' }).click();
    await page.getByRole('button', { name: 'Tạo khóa' }).click();
    await page.getByRole('dialog').getByRole('textbox', { name: 'Tên khóa' }).fill('Cổng thông tin');
    await page.getByRole('dialog').locator('button[type=submit]').click();
    const key = await page.getByRole('textbox', { name: 'Khóa', exact: true }).inputValue();
    expect((await stage.service.machine(key).get('/v1/auth/me')).status).toBe(200);
    // What is shown once is not lost by a slip.
    await page.keyboard.press('Escape');
    await page.mouse.click(5, 5);
    await holds(page.getByRole('textbox', { name: 'Khóa', exact: true }), key);
    await press(page.getByRole('dialog'), 'Đóng');
    await gone(page.getByRole('dialog'));
    await looksRight(page);
    await confirm(page, 'Thu hồi khóa Cổng thông tin', 'Thu hồi');
    await page.getByText(/^Đã thu hồi \d/).waitFor();
    expect((await stage.service.machine(key).get('/v1/auth/me')).status).toBe(401);
  });
});

describe('R7.2: the calendar', () => {
  test('R7.2: a day is swapped after a look at what it moves; a conflict keeps what was prepared', async () => {
    const citizen = await stage.service.as('citizen');
    await submitted(citizen);
    const [friday, saturday] = await comingFridayAndSaturday();
    const year = Number(friday.slice(0, 4));
    const page = await stage.openAs('admin', `/admin/calendar?year=${String(year)}`);
    await page.locator(`[data-date="${friday}"]`).click();
    await page.getByRole('radio', { name: 'Nghỉ hoán đổi' }).check();
    await writeDay(page, 'Làm bù vào thứ bảy', inVietnamese(saturday));
    await looksRight(page);
    await page.getByRole('button', { name: 'Đặt ngày' }).click();
    await gone(page.getByRole('dialog'));
    await page.getByText('2 ngày đã sửa').waitFor();

    await page.getByRole('button', { name: 'Áp dụng', exact: true }).click();
    await page.getByRole('alert').getByText('Văn bản căn cứ').waitFor();
    await page.getByRole('textbox', { name: 'Văn bản căn cứ' }).fill('Thông báo 1/TB-BNV');
    await page.getByRole('textbox', { name: 'Lý do' }).fill('Hoán đổi ngày làm việc.');
    await page.getByRole('button', { name: 'Xem trước' }).click();
    const moved = page.getByText('hồ sơ có thời hạn dời', { exact: true }).first();
    await moved.waitFor();
    await looksRight(page);
    await page.getByRole('textbox', { name: 'Lý do' }).fill('Hoán đổi ngày khác.');
    await moved.waitFor({ state: 'detached' });
    await page.getByRole('textbox', { name: 'Lý do' }).fill('Hoán đổi ngày làm việc.');
    await moved.waitFor();

    const admin = await stage.service.as('admin');
    const { off, worked, weekendHolidays } = (await admin.get(`/v1/calendar/${String(year + 1)}`)).body;
    const other = { off, worked, weekendHolidays, document: 'Thông báo 2/TB-BNV', reason: 'Công bố năm sau.' };
    expect((await admin.put(`/v1/calendar/${String(year + 1)}`, other)).status).toBe(200);
    await page.getByRole('button', { name: 'Áp dụng', exact: true }).click();
    const takeOver = page.getByRole('button', { name: 'Lấy lịch mới, giữ thay đổi của tôi' });
    await takeOver.click();
    await takeOver.waitFor({ state: 'detached' });
    await page.getByText('2 ngày đã sửa').waitFor();
    await holds(page.getByRole('textbox', { name: 'Lý do' }), 'Hoán đổi ngày làm việc.');
    await page.getByRole('button', { name: 'Áp dụng', exact: true }).click();
    await page.getByText(/Mọi hồ sơ đang mở đã theo lịch phiên bản/).waitFor();
    await page.getByRole('cell', { name: 'Thông báo 1/TB-BNV' }).last().waitFor();
    const { body } = await admin.get(`/v1/calendar/${String(year)}`);
    expect(body.worked).toContainEqual(expect.objectContaining({ date: saturday, replaces: friday }));
    await looksRight(page);
  });

  test('R7.2: a swap across the end of a year is one change of both years', async () => {
    const admin = await stage.service.as('admin');
    const year = new Date().getUTCFullYear() + 2;
    for (const one of [year, year + 1]) {
      const { off, worked, weekendHolidays } = (await admin.get(`/v1/calendar/${String(one)}`)).body;
      const announced = { off, worked, weekendHolidays, document: 'Thông báo 3/TB-BNV', reason: 'Công bố.' };
      expect((await admin.put(`/v1/calendar/${String(one)}`, announced)).status).toBe(200);
    }
    const lastFriday = lastWithWeekday(5, `${String(year)}-12-31`);
    const saturday = lastWithWeekday(6, `${String(year + 1)}-01-14`);
    const page = await stage.openAs('admin', `/admin/calendar?year=${String(year)}`);
    await page.locator(`[data-date="${lastFriday}"]`).click();
    await page.getByRole('radio', { name: 'Nghỉ hoán đổi' }).check();
    await writeDay(page, 'Làm bù vào thứ bảy', inVietnamese(saturday));
    await page.getByRole('button', { name: 'Đặt ngày' }).click();
    await gone(page.getByRole('dialog'));
    await page.getByText(`Lịch năm ${String(year + 1)} được sửa cùng lúc`).waitFor();
    await page.getByRole('textbox', { name: 'Văn bản căn cứ' }).fill('Thông báo 4/TB-BNV');
    await page.getByRole('textbox', { name: 'Lý do' }).fill('Hoán đổi cuối năm.');
    await page.getByRole('button', { name: 'Áp dụng', exact: true }).click();
    await page.getByText(/Mọi hồ sơ đang mở đã theo lịch phiên bản/).waitFor();
    // The page may still tell of the version before.
    const { body } = await eventually(
      () => admin.get(`/v1/calendar/${String(year + 1)}`),
      (answer) => (answer.body.worked as unknown[]).length > 0
    );
    expect(body.worked).toContainEqual(expect.objectContaining({ date: saturday, replaces: lastFriday }));
  });

  test('R7.2: an iCalendar file is looked at before it is applied', async () => {
    const file = (await stage.service.stranger.get('/v1/calendar/2025.ics')).bytes.toString();
    const page = await stage.openAs('admin', '/admin/calendar?year=2025');
    const choose = (text: string) =>
      page.locator('input[type=file]').setInputFiles({
        name: '2025.ics',
        mimeType: 'text/calendar',
        buffer: Buffer.from(text),
      });
    await choose(file);
    await page.getByText('Tệp không có gì khác').waitFor();
    await choose(file.replace('SUMMARY:Quốc khánh', 'SUMMARY:Lễ Quốc khánh'));
    await page.getByText('Tệp thay đổi các năm: 2025').waitFor();
    const admin = await stage.service.as('admin');
    const { off, worked, weekendHolidays } = (await admin.get('/v1/calendar/2024')).body;
    const again = { off, worked, weekendHolidays, document: '2/TB', reason: 'Công bố lại.' };
    expect((await admin.put('/v1/calendar/2024', again)).status).toBe(200);
    await page.getByRole('button', { name: 'Áp dụng tệp này' }).click();
    await page.getByText('Lịch làm việc đã thay đổi sau khi bạn mở trang.').waitFor();
    await page.getByRole('button', { name: 'Áp dụng tệp này' }).click();
    await page
      .getByRole('cell', { name: /Lễ Quốc khánh/ })
      .first()
      .waitFor();
    await choose('no calendar');
    await page.getByText('Đây không phải tệp iCalendar.').waitFor();
    // Until then a browser tells of no file that was put right and is chosen again.
    await holds(page.locator('input[type=file]'), '');

    await choose(file.replace('SUMMARY:Quốc khánh', 'SUMMARY:Ngày Quốc khánh'));
    await page.getByText('Tệp thay đổi các năm: 2025').waitFor();
    await page.route('**/v1/calendar/import?apply=true', (route) =>
      route.fulfill({
        status: 422,
        contentType: 'application/problem+json',
        json: {
          type: 'invalid-input',
          title: 'The input has faults',
          status: 422,
          errors: [{ path: '/2025/off/0', code: 'offAtWeekend', message: 'It is a weekend.' }],
        },
      })
    );
    await page.getByRole('button', { name: 'Áp dụng tệp này' }).click();
    await page.getByText('/2025/off/0 Ngày này là thứ Bảy hoặc Chủ nhật, vốn đã nghỉ.').waitFor();
  });

  test('the arrow keys lead through the year, and Enter opens a day', async () => {
    const page = await stage.openAs('admin', '/admin/calendar?year=2027');
    await page.locator('[data-date="2027-01-01"]').focus();
    for (const key of ['ArrowDown', 'ArrowRight', 'Enter']) await page.keyboard.press(key);
    await page.getByRole('dialog', { name: 'Thứ Bảy, 09/01/2027' }).waitFor();
  });
});

/** The last day of a weekday, Monday being 1, up to another day. */
function lastWithWeekday(weekday: number, until: string): string {
  const day = new Date(`${until}T00:00:00Z`);
  day.setUTCDate(day.getUTCDate() - ((day.getUTCDay() - weekday + 7) % 7));
  return day.toISOString().slice(0, 10);
}

const inVietnamese = (day: string): string => day.split('-').reverse().join('/');

/** A coming Friday and the Saturday after it, both of one year and neither out of the ordinary. */
async function comingFridayAndSaturday(): Promise<readonly [string, string]> {
  const day = 86_400_000;
  const dayAfter = (days: number) => new Date(Date.now() + days * day).toISOString().slice(0, 10);
  const known = await Promise.all(
    [dayAfter(2), dayAfter(90)].map(
      async (date) => (await stage.service.stranger.get(`/v1/calendar/${date.slice(0, 4)}`)).body as object
    )
  );
  const pairs = Array.from({ length: 90 }, (_, index) => [dayAfter(index + 2), dayAfter(index + 3)] as const);
  const pair = pairs.find(
    ([friday, saturday]) =>
      new Date(friday).getUTCDay() === 5 &&
      friday.slice(0, 4) === saturday.slice(0, 4) &&
      !JSON.stringify(known).includes(friday) &&
      !JSON.stringify(known).includes(saturday)
  );
  return pair!;
}

describe('policies and lists', () => {
  test('R8.1: a version of the terms is added after a look at what it changes', async () => {
    const page = await stage.openAs('admin', '/admin/policies');
    const terms = page.getByRole('table', { name: 'Các thời hạn' });
    await terms.getByText('Điều 45 Quyết định 31/2021/QĐ-TTg').first().waitFor();
    expect(await page.getByText(/Decision|Service rule/).count()).toBe(0);
    await page.getByRole('button', { name: 'Thêm phiên bản' }).click();
    const dialog = page.getByRole('dialog');
    await writeDay(dialog, 'Có hiệu lực từ', `01/03/${String(LATER)}`);
    await dialog.getByLabel('Văn bản căn cứ').fill('Nghị định mẫu');
    await dialog.getByRole('group', { name: 'Trả lời' }).getByRole('textbox').first().fill('20');
    await dialog.getByLabel('Dung lượng tối đa của một tệp').fill('10');
    await dialog.getByRole('button', { name: 'Xem trước' }).click();
    await dialog.getByRole('table', { name: 'Thời hạn thay đổi' }).waitFor();
    await dialog.getByText('10 MB', { exact: true }).waitFor();
    await looksRight(page);
    const length = dialog.getByRole('group', { name: 'Trả lời' }).getByRole('textbox').first();
    await length.fill('21');
    await dialog.getByText('10 MB', { exact: true }).waitFor({ state: 'detached' });
    await length.fill('20');
    await dialog.getByText('10 MB', { exact: true }).waitFor();
    await sendDialog(dialog);
    await page.getByRole('button', { name: 'Xem phiên bản 2' }).click();
    await page.getByRole('row').filter({ hasText: 'Trả lời' }).getByText('20', { exact: true }).waitFor();
    await page.getByText('10 MB', { exact: true }).waitFor();
    await looksRight(page);

    // A form that was begun before another version was added would take back what that one changed.
    await page.getByRole('button', { name: 'Thêm phiên bản' }).click();
    const admin = await stage.service.as('admin');
    const { items } = (await admin.get('/v1/policies')).body as { items: Record<string, unknown>[] };
    const { version: _, inForce: __, createdAt: ___, ...latest } = items.at(-1)!;
    const other = { ...latest, effectiveFrom: `${String(LATER + 1)}-03-01`, document: 'Nghị định khác' };
    expect((await admin.post('/v1/policies', other)).status).toBe(201);
    await writeDay(dialog, 'Có hiệu lực từ', `01/03/${String(LATER + 2)}`);
    await dialog.getByLabel('Văn bản căn cứ').fill('Nghị định mẫu');
    await dialog.locator('button[type=submit]').click();
    await dialog.getByRole('alert').getByText('Người khác vừa thêm một phiên bản.').waitFor();
  });

  test('R2: a category is added and ended', async () => {
    const page = await stage.openAs('admin', '/admin/lists');
    await page.getByRole('button', { name: 'Thêm mục' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel('Tên', { exact: true }).fill('Chuyển đổi số');
    await dialog.getByLabel('Tên tiếng Anh').fill('Digital services');
    await dialog.getByLabel('Mã').fill('digital');
    await dialog.getByLabel('Căn cứ pháp lý').fill('Quyết định mẫu');
    await dialog.getByLabel('Văn bản căn cứ').fill('17/QĐ-UBND');
    await looksRight(page);
    await sendDialog(dialog);
    await page.getByRole('button', { name: 'Sửa Chuyển đổi số' }).click();
    const lastDay = `31/12/${String(LATER)}`;
    await writeDay(dialog, 'Dùng đến hết ngày', lastDay);
    await dialog.getByLabel('Văn bản căn cứ').fill('18/QĐ-UBND');
    await sendDialog(dialog);
    await page.getByRole('row').filter({ hasText: 'digital' }).getByText(lastDay).waitFor();
    await looksRight(page);
  });
});

describe('R1.6: subscribers', () => {
  test('R1.6: another system is subscribed, tested, and sent again what did not get through', async () => {
    const receiver = await startReceiver(() => ({ status: 500 }));
    const page = await stage.openAs('admin', '/admin/webhooks');
    await page.getByRole('button', { name: 'Thêm điểm nhận' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel('Tên', { exact: true }).fill('Hệ thống báo cáo');
    await dialog.getByLabel('Địa chỉ (HTTPS)').fill(receiver.url);
    await dialog.getByRole('combobox', { name: 'Sự kiện' }).fill('qua han');
    await page.getByRole('option', { name: 'Quá hạn' }).click();
    await dialog.getByLabel('Tên', { exact: true }).click();
    await page.getByRole('option').first().waitFor({ state: 'detached' });
    await looksRight(page);
    await dialog.locator('button[type=submit]').click();
    expect(await page.getByRole('textbox', { name: 'Khóa ký' }).inputValue()).toMatch(/^whsec_/);
    await page.getByRole('dialog').getByRole('button', { name: 'Đóng' }).click();
    await gone(dialog);
    await page.getByRole('heading', { level: 1, name: 'Hệ thống báo cáo' }).waitFor();

    await confirm(page, 'Gửi thư thử');
    const messages = page.getByRole('table', { name: 'Thư đã gửi' });
    await messages.getByText('Không gửi được').waitFor();
    await looksRight(page);
    receiver.behave(() => ({ status: 204 }));
    await confirm(page, /^Gửi lại thư lúc/, 'Gửi lại');
    await messages.getByText('Đã nhận').waitFor();

    // What others changed meanwhile is not sent back as it was.
    const admin = await stage.service.as('admin');
    const address = `/v1/webhooks/${new URL(page.url()).pathname.split('/').at(-1)!}`;
    const moved = new URL('/moved', receiver.url).href;
    expect((await admin.patch(address, { url: moved })).status).toBe(200);
    await page.getByRole('textbox', { name: 'Tên' }).fill('Hệ thống báo cáo tỉnh');
    await press(page, 'Lưu');
    await page.getByRole('heading', { level: 1, name: 'Hệ thống báo cáo tỉnh' }).waitFor();
    expect((await admin.get(address)).body).toMatchObject({ name: 'Hệ thống báo cáo tỉnh', url: moved });

    await confirm(page, 'Tạm dừng');
    await page.getByRole('button', { name: 'Bật lại' }).waitFor();
    await receiver.stop();
  });
});

describe('R1.6: partners', () => {
  test('R1.6: what a partner holds otherwise is compared again, sent again, and seen by whoever oversees', async () => {
    const [partner, admin, citizen] = [
      await startPartnerSide(),
      await stage.service.as('admin'),
      await stage.service.as('citizen'),
    ];
    const { body } = await admin.post('/v1/webhooks', {
      name: 'Cổng quốc gia',
      url: partner.url,
      mapping: 'national_portal',
    });
    const code = await submitted(citizen);
    await eventually(
      () => Promise.resolve(partner.items().length),
      (count) => count > 0
    );
    partner.lists(() => [{ reference: 'LẠ-01', version: 1, state: 'RECEIVED' }]);
    const page = await stage.openAs('admin', `/admin/webhooks/${String(body.id)}`);
    const section = page.getByRole('region', { name: 'Đối soát' });
    await section.getByText('Chưa đối soát ngày nào.').waitFor();
    await press(section, 'So lại ngày này');
    await section.getByText('2 chỗ lệch').waitFor();
    await section
      .getByRole('table', { name: /^Bên kia có, ở đây không có/ })
      .getByText('LẠ-01')
      .waitFor();
    await section
      .getByRole('table', { name: /^Ở đây có, bên kia không có/ })
      .getByRole('rowheader', { name: code })
      .waitFor();
    await looksRight(page);
    const told = partner.items().length;
    await confirm(page, `Gửi lại thư về hồ sơ ${code}`, 'Gửi lại');
    await eventually(
      () => Promise.resolve(partner.items().length),
      (count) => count > told
    );

    partner.lists((held) => held.map((one) => ({ ...one, state: 'LOST' })));
    await press(section, 'So lại ngày này');
    await section
      .getByRole('table', { name: /^Hai bên khác nhau/ })
      .getByText('LOST (bản 1)')
      .waitFor();
    partner.misbehave(() => ({ status: 503 }));
    await press(section, 'So lại ngày này');
    await section.getByText('Không so được').waitFor();
    await section.getByText('Hệ thống kia trả lời rằng không đáp ứng được.').waitFor();
    await looksRight(page);

    const overseer = await stage.openAs('supervisor', '/', { width: 390 });
    await press(overseer, 'Danh mục trang');
    await overseer.getByRole('navigation').getByRole('link', { name: 'Đối soát' }).click();
    const portal = overseer.getByRole('region', { name: 'Cổng Dịch vụ công quốc gia' });
    await portal.getByText('Không so được').waitFor();
    await overseer.getByText('Hệ thống này chưa được kết nối.').first().waitFor();
    await looksRight(overseer);
    await portal.getByRole('link', { name: code }).first().click();
    await overseer.waitForURL(`**/inbox/${code}`);
    await admin.send('DELETE', `/v1/webhooks/${String(body.id)}`);
    await partner.stop();
  });
});

describe('messages', () => {
  test('a text is tried on a case, changed, and reset to the built-in one', async () => {
    const code = await submitted(await stage.service.as('citizen'));
    const page = await stage.openAs('admin', '/admin/templates');
    await page.getByRole('link', { name: 'Tiếng Việt: sửa Đã nhận phản ánh, kiến nghị' }).click();
    const subject = page.getByLabel('Tiêu đề thư điện tử');
    const builtIn = await subject.inputValue();
    await subject.fill('Đã nhận hồ sơ {{code}}');
    await page.getByLabel('Mã hồ sơ').fill(code);
    await page.getByRole('button', { name: 'Xem trước' }).click();
    await page.getByText(`Đã nhận hồ sơ ${code}`).waitFor();
    await looksRight(page);
    await page.getByLabel('Nội dung thư điện tử').fill('{{password}}');
    await page.getByRole('button', { name: 'Lưu' }).click();
    await page.getByRole('alert').getByText('Không đọc được mẫu').waitFor();
    await page.getByLabel('Nội dung thư điện tử').fill('Cảm ơn bạn.');
    await page.getByRole('button', { name: 'Lưu' }).click();
    await page.getByRole('button', { name: 'Trở về lời văn gốc' }).click();
    await looksRight(page);
    await sayYes(page, 'Trở về lời văn gốc');
    await page.getByText(/· trở về lời văn gốc$/).waitFor();
    await holds(subject, builtIn);

    // What somebody else saves is told, and takes nothing from whoever writes.
    await subject.fill('Đang viết dở');
    const admin = await stage.service.as('admin');
    const address = '/v1/message-templates/submitter/received/vi';
    const { texts } = (await admin.get(address)).body as { texts: object };
    expect((await admin.put(address, { ...texts, subject: 'Của người khác' })).status).toBe(200);
    await page.clock.setSystemTime(Date.now() + 60_000);
    await page.evaluate("dispatchEvent(new Event('visibilitychange'))");
    await page.getByRole('status').getByText('Người khác vừa sửa mẫu này').waitFor();
    await holds(subject, 'Đang viết dở');
    await looksRight(page);
    await press(page, 'Lấy nội dung mới');
    await holds(subject, 'Của người khác');

    // Nor is it written over by whoever has not seen it.
    await subject.fill('Của tôi');
    expect((await admin.put(address, { ...texts, subject: 'Lại của người khác' })).status).toBe(200);
    await press(page, 'Lưu');
    await page.getByRole('alert').getByText('Người khác vừa sửa mẫu văn bản này.').waitFor();
    await press(page, 'Giữ nội dung của tôi');
    await holds(subject, 'Của tôi');
    await press(page, 'Lưu');
    await eventually(
      async () => (await admin.get(address)).body as { texts: { subject: string } },
      (saved) => saved.texts.subject === 'Của tôi'
    );
    await page.getByRole('button', { name: 'Lưu', disabled: false }).waitFor();
    await confirm(page, 'Trở về lời văn gốc');
    await holds(subject, builtIn);
  });
});

describe('S8: agencies', () => {
  test('S8: an agency is founded, and a merger is entered after a look at what it moves', async () => {
    const page = await stage.openAs('admin', '/admin/agencies');
    await page.getByRole('button', { name: 'Thành lập cơ quan' }).click();
    const founding = page.getByRole('dialog');
    await founding.getByLabel('Tên', { exact: true }).fill('Sở Tư pháp và Nội vụ');
    await founding.getByLabel('Tên tiếng Anh').fill('Department of Justice and Home Affairs');
    await founding.getByLabel('Mã').fill('justice-home');
    await founding.getByLabel('Văn bản căn cứ').fill('15/QĐ-UBND');
    await looksRight(page);
    await sendDialog(founding);
    await page.getByRole('row').filter({ hasText: 'justice-home' }).waitFor();

    await page.getByRole('button', { name: 'Nhập quyết định sắp xếp' }).click();
    const dialog = page.getByRole('dialog');
    await writeDay(dialog, 'Ngày có hiệu lực', `01/01/${String(LATER)}`);
    await choose(dialog, 'Các cơ quan được nhập', 'xay dung', 'Sở Xây dựng');
    await choose(dialog, 'Nhập vào', 'noi vu', 'Sở Tư pháp và Nội vụ');
    await dialog.getByRole('button', { name: 'Xem trước' }).click();
    await dialog.getByRole('alert').getByText('Văn bản căn cứ').waitFor();
    await dialog.getByLabel('Văn bản căn cứ').fill('16/QĐ-UBND');
    await dialog.getByRole('button', { name: 'Xem trước' }).click();
    await dialog.getByText('tài khoản chuyển theo').waitFor();
    await looksRight(page);
    await choose(dialog, 'Nhập vào', 'tai chinh', 'Sở Tài chính');
    await dialog.getByText('tài khoản chuyển theo').waitFor({ state: 'detached' });
    await choose(dialog, 'Nhập vào', 'noi vu', 'Sở Tư pháp và Nội vụ');
    await dialog.getByText('tài khoản chuyển theo').waitFor();
    await sendDialog(dialog);
    await page.getByRole('row').filter({ hasText: '16/QĐ-UBND' }).getByText('Chờ đến ngày').waitFor();
    await looksRight(page);
  });
});

describe('S8: what was left alone in a form stays as others have made it', () => {
  const document = '19/QĐ-UBND';
  const agency = async (id: string) =>
    ((await stage.service.stranger.get('/v1/agencies')).body.items as { id: string }[]).find((one) => one.id === id);

  test('S8: an agency is changed of today, and nothing of it that was not touched', async () => {
    const admin = await stage.service.as('admin');
    const renaming = { kind: 'rename', from: 'home-affairs', name: 'Sở Nội vụ mới', nameEn: 'New Home Affairs' };
    const effectiveOn = `${String(LATER)}-02-01`;
    expect((await admin.post('/v1/agencies/changes', { ...renaming, effectiveOn, document })).status).toBe(201);
    const page = await stage.openAs('admin', '/admin/agencies');
    await writeDay(page, 'Vào ngày', `02/02/${String(LATER)}`);
    await page.getByRole('rowheader', { name: 'Sở Nội vụ mới' }).waitFor();
    expect(await page.getByRole('button', { name: /^Sửa / }).count()).toBe(0);
    await writeDay(page, 'Vào ngày', '');
    await page.getByRole('button', { name: 'Sửa Sở Nội vụ', exact: true }).click();

    expect((await admin.patch('/v1/agencies/home-affairs', { needsApproval: false, document })).status).toBe(200);
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel('Tên tiếng Anh').fill('Department of the Interior');
    await dialog.getByLabel('Văn bản căn cứ').fill(document);
    await sendDialog(dialog);
    const changed = { name: 'Sở Nội vụ', nameEn: 'Department of the Interior', needsApproval: false };
    expect(await agency('home-affairs')).toMatchObject(changed);

    await page.getByRole('button', { name: 'Sửa Sở Nội vụ', exact: true }).click();
    await dialog.getByLabel('Văn bản căn cứ').fill(document);
    await dialog.locator('button[type=submit]').click();
    await dialog.getByRole('alert').getByText('Không có gì khác so với hiện nay.').waitFor();
    await looksRight(page);
  });

  test('R2: so is an entry of a list', async () => {
    const admin = await stage.service.as('admin');
    const path = '/v1/catalogue/categories';
    const texts = { label: 'Cấp phép', labelEn: 'Licences', basis: 'Quyết định mẫu', position: 20 };
    expect((await admin.post(path, { code: 'licences', ...texts, document })).status).toBe(201);
    const page = await stage.openAs('admin', '/admin/lists');
    await page.getByRole('button', { name: 'Sửa Cấp phép' }).click();
    expect((await admin.patch(`${path}/licences`, { labelEn: 'Permits', document })).status).toBe(200);
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel('Tên', { exact: true }).fill('Cấp phép và gia hạn');
    await dialog.getByLabel('Văn bản căn cứ').fill(document);
    await sendDialog(dialog);
    const entries = (await admin.get(path)).body.items as { code: string; periods: object[] }[];
    expect(entries.find(({ code }) => code === 'licences')?.periods.at(-1)).toMatchObject({
      ...texts,
      label: 'Cấp phép và gia hạn',
      labelEn: 'Permits',
    });
  });

  test('R10.3: so are the rights of an account whose name is put right', async () => {
    const admin = await stage.service.as('admin');
    const id = await idOf(await stage.service.as('officer.commune-hill'));
    const page = await stage.openAs('admin', `/admin/accounts/${id}`);
    const name = page.getByRole('textbox', { name: 'Tên' });
    await holds(name, 'Cán bộ xử lý');
    const moved = { role: 'agency_lead', agency: 'justice' };
    expect((await admin.put(`/v1/accounts/${id}`, moved)).status).toBe(200);
    await name.fill('Cán bộ đã chuyển');
    await page.getByRole('button', { name: 'Lưu' }).click();
    await page.getByRole('heading', { level: 1, name: 'Cán bộ đã chuyển' }).waitFor();
    expect((await admin.get(`/v1/accounts/${id}`)).body).toMatchObject({ ...moved, name: 'Cán bộ đã chuyển' });
  });

  test('S8: a decision names a unit that has ended as it was called', async () => {
    const admin = await stage.service.as('admin');
    const { legalTime } = (await admin.get('/healthz')).body as { legalTime: string };
    const dissolution = { kind: 'dissolve', from: 'economic-zone', effectiveOn: legalTime.slice(0, 10) };
    expect((await admin.post('/v1/agencies/changes', { ...dissolution, document: '21/QĐ-UBND' })).status).toBe(201);
    const page = await stage.openAs('admin', '/admin/agencies');
    const decision = page.getByRole('row').filter({ hasText: '21/QĐ-UBND' });
    await decision.getByText('Ban Quản lý Khu kinh tế tỉnh').waitFor();
    expect(await agency('economic-zone')).toBeUndefined();
  });
});

test.each(manners)('every page of administrators in %s, %s, %i px', async (language, scheme, width) => {
  const page = await stage.openAs('admin', '/', { language, scheme, width });
  for (const path of [
    'accounts',
    'calendar?year=2029',
    'agencies',
    'policies',
    'lists',
    'webhooks',
    'templates',
    'audit',
  ]) {
    await page.goto(`/admin/${path}`);
    await page.getByRole('heading', { level: 1 }).waitFor();
    await looksRight(page);
  }
});
