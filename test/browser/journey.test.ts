import type { Page } from 'playwright-core';
import { LEAD } from '../api/support/people';
import { choose, openAct, perform, press, searchInbox, sendAct } from './support/acting';
import { looksRight } from './support/looksRight';
import { setStage, type Stage } from './support/stage';

let stage: Stage;

beforeAll(async () => {
  stage = await setStage();
});

afterAll(() => stage.close());

const title = 'Cống thoát nước trước chợ bị tắc';

const write = (page: Page, label: string, text: string) => page.getByRole('textbox', { name: label }).fill(text);

/** Finds the case in somebody's inbox by words without diacritics, and opens it. */
async function openedBy(mailbox: string): Promise<Page> {
  const page = await stage.openAs(mailbox, '/inbox');
  await searchInbox(page, 'cong thoat nuoc', 1);
  await page.getByRole('link', { name: title }).click();
  await page.getByRole('heading', { level: 1, name: title }).waitFor();
  return page;
}

async function submit(): Promise<string> {
  const page = await stage.openAs('citizen', '/submit', { width: 360 });
  await page.getByRole('radio', { name: 'Nội dung khác' }).check();
  await page.getByLabel('Tiêu đề').fill(title);
  await page.getByLabel('Nội dung chi tiết').fill('Cống tắc đã một tháng. Xin gọi số 0900 000 000.');
  await press(page, 'Tiếp tục');
  await page.getByLabel('Địa chỉ liên hệ').fill('Phường Trung tâm');
  await page.getByLabel('Số điện thoại').fill('0900 000 000');
  await press(page, 'Tiếp tục');
  await press(page, 'Gửi đi');
  await page.waitForURL(/\/receipt\//);
  return new URL(page.url()).pathname.split('/').at(-1)!;
}

test('R1–R10: from a submission to the answer that everybody finds, by five people on the pages alone', async () => {
  const code = await submit();

  const reception = await openedBy('reception');
  await perform(reception, 'Tiếp nhận');
  await perform(reception, 'Chuyển xử lý', () => choose(reception, 'Cơ quan chủ trì', 'so tu phap', 'Sở Tư pháp'));

  const head = await openedBy(`lead.${LEAD}`);
  await perform(head, 'Phân công', () => choose(head, 'Cán bộ xử lý', 'can bo', 'Cán bộ xử lý'));

  const officer = await openedBy(`officer.${LEAD}`);
  await perform(officer, 'Trình dự thảo trả lời', () => write(officer, 'Dự thảo trả lời', 'Cống đã được thông.'));
  await perform(head, 'Yêu cầu sửa dự thảo', () => write(head, 'Nội dung cần sửa', 'Nêu ngày thông cống.'));
  await officer.getByRole('region', { name: 'Dự thảo trả lời' }).getByText('Nêu ngày thông cống.').waitFor();
  await perform(officer, 'Trình dự thảo trả lời', () =>
    write(officer, 'Dự thảo trả lời', 'Cống đã được thông ngày 05/01/2026.')
  );

  const review = head.getByRole('region', { name: 'Dự thảo trả lời' });
  await review.getByText('Bản trước').waitFor();
  await review.getByRole('insertion').filter({ hasText: 'ngày 05/01/2026' }).first().waitFor();
  await review.getByText('Nêu ngày thông cống.').waitFor();
  await looksRight(head);
  await perform(head, 'Phê duyệt và trả lời');

  await openAct(reception, 'Công khai');
  await press(reception, 'Che: 0900 000 000');
  await reception.getByText('Không còn chỗ nào phải quyết định').waitFor();
  await reception.getByRole('combobox', { name: 'Hình thức công khai' }).click();
  await reception.getByRole('option').first().click();
  await reception.keyboard.press('Escape');
  await sendAct(reception, 'Công khai');

  const citizen = await stage.openAs('citizen', '/answers', { width: 360 });
  await citizen.getByLabel('Tìm trong các trả lời').fill('cong thoat nuoc bi tac');
  await citizen.keyboard.press('Enter');
  await citizen.getByRole('link', { name: title }).click();
  await citizen.getByRole('heading', { level: 1, name: title }).waitFor();
  await citizen.getByText('Cống đã được thông ngày 05/01/2026.').waitFor();
  await citizen.getByText('Cống tắc đã một tháng. Xin gọi số […].').waitFor();
  await looksRight(citizen);
  await citizen.goto(`/track/${code}`);
  await citizen.getByRole('main').getByText('Đã công khai').first().waitFor();
});
