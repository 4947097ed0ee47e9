import { looksRight } from './support/looksRight';
import { setStage, type Stage } from './support/stage';
import { codeIn, readyToSend } from './support/submitting';

let stage: Stage;

beforeAll(async () => {
  stage = await setStage();
});

afterAll(() => stage.close());

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
