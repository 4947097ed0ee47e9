import type { Route } from 'playwright-core';
import { counts, holds, press } from './support/acting';
import { looksRight } from './support/looksRight';
import { setStage, type Stage } from './support/stage';
import { codeIn, fillContent, fillPerson } from './support/submitting';

let stage: Stage;

beforeAll(async () => {
  stage = await setStage();
});

afterAll(() => stage.close());

test('an upload shows how far it is, and can be cancelled', async () => {
  const page = await stage.openAs('citizen', '/submit', { width: 360 });
  // From here on a request is on its way until it is cancelled.
  await page.waitForLoadState('networkidle');
  const slow = await page.context().newCDPSession(page);
  await slow.send('Network.enable');
  await slow.send('Network.emulateNetworkConditions', {
    offline: false,
    latency: 0,
    downloadThroughput: -1,
    uploadThroughput: 40_000,
  });
  await page.locator('input[type=file]').setInputFiles({
    name: 'tài liệu dài.txt',
    mimeType: 'text/plain',
    buffer: Buffer.alloc(9_000_000, 'Lệ phí. '),
  });
  const progress = page.getByRole('progressbar', { name: /^Đang tải lên tài liệu dài.txt: [1-9]\d?%$/ });
  await progress.waitFor();
  await looksRight(page);
  await page.getByRole('button', { name: 'Hủy tải lên tài liệu dài.txt' }).click();
  await progress.waitFor({ state: 'detached' });
  await counts(page.getByText('tài liệu dài.txt'), 0);
});

test('what is typed while a file is on its way stays, and so does the file', async () => {
  const page = await stage.openAs('citizen', '/submit');
  await page.getByLabel('Tiêu đề').fill('Trước khi tải');
  let arrive = () => {};
  const arriving = new Promise<void>((resolve) => (arrive = resolve));
  await page.route('**/v1/attachments', async (route) => {
    await arriving;
    await route.continue();
  });
  await page.locator('input[type=file]').setInputFiles({
    name: 'biên bản.txt',
    mimeType: 'text/plain',
    buffer: Buffer.from('Biên bản kiểm tra.'),
  });
  await page.getByRole('button', { name: 'Hủy tải lên biên bản.txt' }).waitFor();
  await page.getByLabel('Tiêu đề').fill('Viết trong lúc tải');
  arrive();
  await page.getByRole('button', { name: 'Bỏ tệp biên bản.txt' }).waitFor();
  await holds(page.getByLabel('Tiêu đề'), 'Viết trong lúc tải');
});

test('R1.1: the way back in the browser takes along a file on its way, and the form waits for it', async () => {
  const page = await stage.openAs('citizen', '/submit', { width: 360 });
  await fillContent(page, 'Quay lại trong lúc tải');
  await press(page, 'Tiếp tục');
  await fillPerson(page);
  await press(page, 'Tiếp tục');
  await press(page, 'Sửa phần: Nội dung');
  const asked = () =>
    new Promise<Route>((resolve) => {
      void page.route('**/v1/attachments', resolve, { times: 1 });
    });
  const file = { name: 'biên bản.txt', mimeType: 'text/plain', buffer: Buffer.from('Biên bản kiểm tra.') };
  const way = page.getByRole('button', { name: 'Hủy tải lên biên bản.txt' });

  // From here on a request is on its way for as long as this wants it.
  await page.waitForLoadState('networkidle');
  const first = asked();
  await page.locator('input[type=file]').setInputFiles(file);
  await way.waitFor();
  await page.goBack();
  await way.waitFor();
  await press(page, 'Gửi đi');
  await page.getByRole('status').getByText('Xin chờ các tệp tải lên xong.').waitFor();
  await looksRight(page);
  await (await first).abort();
  await page.getByRole('alert').getByText('Không kết nối được với hệ thống.').waitFor();
  await counts(page.getByText('Xin chờ các tệp tải lên xong.'), 0);

  // What broke off is sent again, without being looked for anew.
  const second = asked();
  await press(page, 'Tải lại biên bản.txt');
  await way.waitFor();
  await (await second).continue();
  await page.getByText('biên bản.txt', { exact: true }).waitFor();
  await way.waitFor({ state: 'detached' });
  await press(page, 'Gửi đi');
  const { body } = await (await stage.service.as('citizen')).get(`/v1/cases/${await codeIn(page)}/attachments`);
  expect((body.items as { name: string }[]).map(({ name }) => name)).toEqual(['biên bản.txt']);
});

test('R1.1: a file over the limit is refused without being sent', async () => {
  const page = await stage.openAs('citizen', '/submit', { width: 360 });
  const sent = jest.fn();
  page.on('request', (request) => {
    if (request.url().includes('/v1/attachments')) sent();
  });
  await page.getByText('Mỗi tệp tối đa').waitFor();
  const chosen = page.locator('input[type=file]');
  const text = (name: string, size: number) => ({
    name,
    mimeType: 'text/plain',
    buffer: Buffer.alloc(size, 'Lệ phí. '),
  });
  await chosen.setInputFiles(text('quá lớn.txt', 25 * 1024 * 1024 + 1));
  await page.getByRole('alert').getByText('Dung lượng quá lớn.').waitFor();
  await chosen.setInputFiles(text('vừa đủ.txt', 1024));
  await page.getByRole('button', { name: 'Bỏ tệp vừa đủ.txt' }).waitFor();
  expect(sent).toHaveBeenCalledTimes(1);
  await looksRight(page);
  await press(page, 'Bỏ tệp quá lớn.txt');
  await counts(page.getByText('quá lớn.txt'), 0);
});
