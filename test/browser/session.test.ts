import type { Page } from 'playwright-core';
import { holds, press } from './support/acting';
import { looksRight } from './support/looksRight';
import { setStage, type Stage } from './support/stage';
import { codeIn, heading, readyToSend } from './support/submitting';

let stage: Stage;

beforeAll(async () => {
  stage = await setStage();
});

afterAll(() => stage.close());

const signIn = async (page: Page, mailbox: string) => {
  await page.goto('/sign-in');
  await page.getByLabel('Thư điện tử').fill(`${mailbox}@example.vn`);
  await page.getByLabel('Mật khẩu', { exact: true }).fill(stage.service.password);
  await page.keyboard.press('Enter');
  await page.waitForURL((url) => url.pathname !== '/sign-in');
};

const signOut = async (page: Page) => {
  await page.getByRole('button', { name: /^Tài khoản/ }).click();
  await page.getByRole('menuitem', { name: 'Đăng xuất' }).click();
  await page.getByRole('banner').getByRole('link', { name: 'Đăng nhập' }).waitFor();
};

const drafts = (page: Page) =>
  page.evaluate<string[]>("Object.keys(localStorage).filter((key) => key.startsWith('pakn.draft.'))");

/** A page that was led to the first one, with the menu of somebody or the way in. */
const ledHome = async (page: Page, control: 'button' | 'link', name: string | RegExp) => {
  await page.waitForURL((url) => url.pathname === '/');
  await page.getByRole('banner').getByRole(control, { name }).waitFor();
};

test('a session that ends while somebody writes is renewed over the page, and what was sent goes on', async () => {
  const page = await stage.openAs('citizen', '/submit');
  await readyToSend(page, 'Phiên làm việc hết giữa chừng');
  await page.context().clearCookies();
  await page.getByRole('button', { name: 'Gửi đi' }).click();
  const dialog = page.getByRole('dialog', { name: 'Phiên làm việc đã hết' });
  await dialog.waitFor();
  await looksRight(page);
  await dialog.getByLabel('Mật khẩu', { exact: true }).fill(stage.service.password);
  await page.keyboard.press('Enter');
  await codeIn(page);
  await page.getByText('Phiên làm việc hết giữa chừng').waitFor();
});

test('a part of the pages that does not load leaves the page as it is, and the way to sign in again', async () => {
  const page = await stage.openAs('citizen', '/');
  const parts = /\/assets\/(Notifications|SignedInMenu|SignInDialog)-/;
  await page.route(parts, (route) => route.abort());
  await page.goto('/submit');
  await readyToSend(page, 'Thiếu một phần của trang');
  await page.getByRole('button', { name: 'Tải lại trang để có lại menu tài khoản' }).waitFor();
  await page.context().clearCookies();
  await press(page, 'Gửi đi');
  const opened = page.context().waitForEvent('page');
  await page.getByRole('alert').getByRole('link', { name: 'Đăng nhập' }).click();
  await signIn(await opened, 'citizen');
  await codeIn(page);
  await page.unroute(parts);
  await page.getByRole('button', { name: 'Tải lại trang để có lại menu tài khoản' }).click();
  await page.getByRole('button', { name: /^Tài khoản/ }).waitFor();
});

test('R1.1: over a session that has ended one signs in by the provider too, and comes back to the draft', async () => {
  const page = await stage.openAs('citizen', '/submit');
  const start = '/v1/auth/oidc/start';
  await page.route('**/v1/auth/methods', (route) =>
    route.fulfill({ json: { password: true, oidc: { label: 'Đăng nhập một lần', start } } })
  );
  await page.route(`**${start}?*`, async (route) => {
    const data = { email: 'citizen@example.vn', password: stage.service.password };
    await page.context().request.post('/v1/auth/sign-in', { data });
    const returnTo = new URL(route.request().url()).searchParams.get('returnTo') ?? '';
    await route.fulfill({ status: 302, headers: { location: returnTo } });
  });
  await readyToSend(page, 'Đăng nhập lại bằng định danh');
  await page.context().clearCookies();
  await press(page, 'Gửi đi');
  const dialog = page.getByRole('dialog', { name: 'Phiên làm việc đã hết' });
  await dialog.getByRole('link', { name: 'Đăng nhập một lần' }).waitFor();
  await looksRight(page);
  const opened = page.context().waitForEvent('page');
  await dialog.getByRole('link', { name: 'Quên mật khẩu?' }).click();
  await heading(await opened, 'Quên mật khẩu');
  await dialog.getByRole('link', { name: 'Đăng nhập một lần' }).click();
  await dialog.waitFor({ state: 'detached' });
  await press(page, 'Gửi đi');
  await codeIn(page);
  await page.getByText('Đăng nhập lại bằng định danh').waitFor();
});

test('R1.1: what waits over a session that has ended goes on once its person signs in in another window', async () => {
  const page = await stage.openAs('citizen', '/submit');
  await readyToSend(page, 'Đăng nhập lại ở cửa sổ khác');
  await page.context().clearCookies();
  await press(page, 'Gửi đi');
  await page.getByRole('dialog', { name: 'Phiên làm việc đã hết' }).waitFor();
  await signIn(await page.context().newPage(), 'citizen');
  await codeIn(page);
});

test('R1.1: signing out forgets what was not sent, unless the session had ended before', async () => {
  const page = await stage.openAs('citizen', '/submit');
  await readyToSend(page, 'Chưa gửi thì hết phiên');
  await page.context().clearCookies();
  await signOut(page);
  await signIn(page, 'citizen');
  await page.goto('/submit');
  await holds(page.getByLabel('Tiêu đề'), 'Chưa gửi thì hết phiên');
  await signOut(page);
  expect(await drafts(page)).toEqual([]);
});

test('R1.1: nothing of one person stands in another window for the next one at the same browser', async () => {
  const page = await stage.openAs('citizen', '/submit');
  await readyToSend(page, 'Của người trước');
  const other = await page.context().newPage();
  await other.goto('/');
  await signOut(other);
  await ledHome(page, 'link', 'Đăng nhập');
  expect(await drafts(page)).toEqual([]);

  await signIn(page, 'citizen');
  await page.goto('/submit');
  await readyToSend(page, 'Cũng của người trước');
  await signIn(other, 'reception');
  await ledHome(page, 'button', /^Tài khoản .*/);
  await page.getByRole('navigation').getByRole('link', { name: 'Việc cần xử lý' }).waitFor();
});
