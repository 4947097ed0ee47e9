import { looksRight } from './support/looksRight';
import { setStage, type Stage } from './support/stage';

let stage: Stage;

beforeAll(async () => {
  stage = await setStage();
}, 180_000);
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
    await dialog.getByRole('combobox', { name: 'Cơ quan' }).fill('tu phap');
    await page.getByRole('option', { name: 'Sở Tư pháp' }).click();
    await dialog.locator('button[type=submit]').click();
    await page.getByRole('heading', { level: 1, name: 'Cán bộ Sở Tư pháp' }).waitFor();
    await looksRight(page);

    await page.getByRole('button', { name: 'Tạo liên kết đặt mật khẩu' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Tạo liên kết đặt mật khẩu' }).click();
    const link = await page.getByRole('textbox', { name: 'Liên kết' }).inputValue();
    await looksRight(page);
    const theirs = await stage.open(link.slice(stage.service.address.length));
    await theirs.locator('input[type=password]').fill('mật khẩu của riêng mình');
    await theirs.keyboard.press('Enter');
    await theirs.getByRole('link', { name: 'Đăng nhập' }).last().click();
    await theirs.getByRole('textbox').first().fill('can.bo@example.vn');
    await theirs.locator('input[type=password]').fill('mật khẩu của riêng mình');
    await theirs.keyboard.press('Enter');
    await theirs.waitForURL('**/inbox**');

    await page.goto('/admin/accounts');
    await page.getByRole('searchbox').fill('can bo so tu phap');
    await page.getByRole('row').filter({ hasText: 'can.bo@example.vn' }).waitFor();
    await page.waitForURL('**/admin/accounts?q=**');
  });

  test('R1.6: a connected system gets a key that is shown once, and loses it', async () => {
    const page = await stage.openAs('admin', '/admin/accounts?role=integration');
    await page.getByRole('link', { name: 'Hệ thống kết nối' }).click();
    await page.getByRole('button', { name: 'Tạo khóa' }).click();
    await page.getByRole('dialog').getByRole('textbox', { name: 'Tên khóa' }).fill('Cổng thông tin');
    await page.getByRole('dialog').locator('button[type=submit]').click();
    const key = await page.getByRole('textbox', { name: 'Khóa', exact: true }).inputValue();
    expect((await stage.service.machine(key).get('/v1/auth/me')).status).toBe(200);
    await page.keyboard.press('Escape');
    await looksRight(page);
    await page.getByRole('button', { name: 'Thu hồi khóa Cổng thông tin' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Thu hồi' }).click();
    await page.getByText(/^Đã thu hồi \d/).waitFor();
    expect((await stage.service.machine(key).get('/v1/auth/me')).status).toBe(401);
  });
});

test.each(manners)('every page of administrators in %s, %s, %i px', async (language, scheme, width) => {
  const page = await stage.openAs('admin', '/', { language, scheme, width });
  for (const path of ['accounts', 'audit']) {
    await page.goto(`/admin/${path}`);
    await page.getByRole('heading', { level: 1 }).waitFor();
    await looksRight(page);
  }
});
