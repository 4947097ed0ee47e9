import { focusOn } from './support/acting';
import { looksRight } from './support/looksRight';
import { setStage, type Stage } from './support/stage';

let stage: Stage;

beforeAll(async () => {
  stage = await setStage();
});

afterAll(() => stage.close());

test.each([
  ['vi', 'light', 360],
  ['en', 'dark', 1440],
] as const)('signing in looks right in %s, %s, at %i px', async (language, scheme, width) => {
  const page = await stage.open('/sign-in', { language, scheme, width });
  await page.getByRole('heading', { level: 1 }).waitFor();
  await looksRight(page);
  for (const path of ['/sign-up', '/forgot-password', '/reset-password#token=x', '/no-such-page']) {
    await page.goto(path);
    await page.getByRole('heading', { level: 1 }).waitFor();
    await looksRight(page);
  }
});

test('a wrong password is told, and the right one leads to the page that was asked for', async () => {
  const page = await stage.open('/sign-in');
  await page.getByLabel('Thư điện tử').fill('citizen@example.vn');
  await page.getByLabel('Mật khẩu', { exact: true }).fill('not this one');
  await page.keyboard.press('Enter');
  await page.getByRole('alert').getByText('Thư điện tử hoặc mật khẩu không đúng.').waitFor();
  await looksRight(page);
  await page.getByLabel('Mật khẩu', { exact: true }).fill(stage.service.password);
  await page.keyboard.press('Enter');
  await page.getByRole('button', { name: /^Tài khoản/ }).click();
  await page.getByRole('menuitem', { name: 'Đăng xuất' }).click();
  await page.getByRole('banner').getByRole('link', { name: 'Đăng nhập' }).waitFor();
});

test('who cannot be signed out is told so, and is once the service answers', async () => {
  const page = await stage.openAs('citizen', '/');
  const signOut = async () => {
    await page.getByRole('button', { name: /^Tài khoản/ }).click();
    await page.getByRole('menuitem', { name: 'Đăng xuất' }).click();
  };
  await page.route('**/v1/auth/sign-out', (route) => route.abort(), { times: 1 });
  const broken = jest.fn();
  page.on('pageerror', broken);
  await signOut();
  await page.getByRole('alert').getByText('Không kết nối được với hệ thống.').waitFor();
  await page.getByRole('button', { name: /^Tài khoản/ }).waitFor();
  await signOut();
  await page.getByRole('banner').getByRole('link', { name: 'Đăng nhập' }).waitFor();
  expect(broken).not.toHaveBeenCalled();
});

test('a link for a new password that no longer holds is told in Vietnamese, and leads to where a new one is had', async () => {
  const page = await stage.open('/reset-password#token=x');
  await page.getByLabel('Mật khẩu mới', { exact: true }).fill('một mật khẩu đủ dài');
  await page.keyboard.press('Enter');
  await page
    .getByRole('alert')
    .getByRole('link', { name: 'Đường dẫn trong thư: Đã được dùng, hoặc đã hết hạn. Xin một đường dẫn mới.' })
    .click();
  await focusOn(page, /^Quên mật khẩu$/);
  await looksRight(page);
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { level: 1, name: 'Quên mật khẩu' }).waitFor();
});
