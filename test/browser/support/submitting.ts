import type { Page } from 'playwright-core';
import { press } from './acting';

/** Waits for the title of the page. */
export const heading = (page: Page, name?: string | RegExp) =>
  page.getByRole('heading', { level: 1, ...(name === undefined ? {} : { name }) }).waitFor();

/** Fills in the first step of a submission. */
export const fillContent = async (page: Page, title: string) => {
  await page.getByRole('radio', { name: 'Nội dung khác' }).check();
  await page.getByLabel('Tiêu đề').fill(title);
  await page.getByLabel('Nội dung chi tiết').fill('Bảng niêm yết tại bộ phận một cửa thiếu mức lệ phí.');
};

/** Fills in the second step. */
export const fillPerson = async (page: Page) => {
  await page.getByLabel('Địa chỉ liên hệ').fill('Phường Trung tâm');
  await page.getByLabel('Số điện thoại').fill('0900 000 000');
};

/** The code on the receipt, once it is there. */
export const codeIn = async (page: Page) => {
  await page.waitForURL(/\/receipt\//);
  return new URL(page.url()).pathname.split('/').at(-1)!;
};

/** Fills in a submission up to its last step, and waits until it is kept as a draft. */
export const readyToSend = async (page: Page, title: string) => {
  await fillContent(page, title);
  await press(page, 'Tiếp tục');
  await fillPerson(page);
  await press(page, 'Tiếp tục');
  await page.getByText('Bản nháp đã được lưu trong trình duyệt này.').waitFor();
};
