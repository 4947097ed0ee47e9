import { readFileSync } from 'node:fs';
import type { Locator, Page } from 'playwright-core';
import { eventually } from '../../support/eventually';

/** Presses the button of exactly this name, within a page or a part of it. */
export const press = (within: Page | Locator, name: string): Promise<void> =>
  within.getByRole('button', { name, exact: true }).click();

/** Does an act of an officer: opens its form, fills it in, sends it, and waits until it is told as done. */
export async function perform(page: Page, act: string, fill: () => Promise<void> = () => Promise.resolve()) {
  await openAct(page, act);
  await fill();
  await sendAct(page, act);
}

/** Opens the form of an act and waits for it: the button before it and the one that sends it have one name. */
export async function openAct(page: Page, act: string): Promise<void> {
  await press(page.getByRole('region', { name: 'Việc có thể làm' }), act);
  await formOf(page, act).waitFor();
}

/** Sends the form of an act and waits until it is told as done. */
export async function sendAct(page: Page, act: string): Promise<void> {
  await press(formOf(page, act), act);
  await page.getByRole('region', { name: 'Việc có thể làm' }).getByText(`Đã xong: ${act}`).waitFor();
}

const formOf = (page: Page, act: string) => page.getByRole('region', { name: act, exact: true });

/** Waits until a dialog is gone: until then what it shows is found beside what the page shows. */
export const gone = (dialog: Locator): Promise<void> => dialog.waitFor({ state: 'detached' });

/** Sends the form in a dialog, and waits until the dialog is gone. */
export async function sendDialog(dialog: Locator): Promise<void> {
  await dialog.locator('button[type=submit]').click();
  await gone(dialog);
}

/** Presses a button that asks before it acts, and says yes. */
export async function confirm(page: Page, button: string | RegExp, yes = String(button)): Promise<void> {
  await page.getByRole('button', { name: button, exact: true }).click();
  await sayYes(page, yes);
}

/** Says yes to what is asked, and waits until the question is gone. */
export async function sayYes(page: Page, yes: string): Promise<void> {
  const question = page.getByRole('dialog').filter({ has: page.getByRole('button', { name: yes, exact: true }) });
  await press(question, yes);
  await gone(question);
}

/** Waits until what has the focus is called like this: by its label, its name or its text. */
export const focusOn = (page: Page, name: RegExp): Promise<string> =>
  eventually(
    () => page.evaluate<string>(focused),
    (one) => name.test(one)
  );

/** What has the focus is called by its label, its name or its text. */
export const focused = `(() => {
  const it = document.activeElement;
  return (it.labels?.[0]?.textContent ?? it.getAttribute('aria-label') ?? it.textContent).trim();
})()`;

/** Waits until a field holds a text. */
export const holds = (field: Locator, text: string): Promise<string> =>
  eventually(
    () => field.inputValue(),
    (value) => value === text
  );

/** Does what has a file saved, and gives what was asked for, the file's name and its content. */
export async function saved(page: Page, address: RegExp, doIt: () => Promise<void>) {
  const [request, download] = await Promise.all([page.waitForRequest(address), page.waitForEvent('download'), doIt()]);
  return {
    asked: new URL(request.url()).searchParams,
    name: download.suggestedFilename(),
    content: readFileSync(await download.path(), 'utf8'),
  };
}

/** Waits until so many are found. */
export const counts = (found: Locator, number: number): Promise<number> =>
  eventually(
    () => found.count(),
    (count) => count === number
  );

/** Searches the inbox, and waits until it shows what was searched for and nothing else. */
export async function searchInbox(page: Page, words: string, found: number): Promise<void> {
  await page.getByRole('searchbox').fill(words);
  await page.waitForURL((url) => url.searchParams.get('q') === words);
  await counts(page.locator('tbody th a'), found);
}

/** Types a day as people write it, `13/03/2026`, and goes on: the calendar closes. */
export async function writeDay(within: Page | Locator, label: string, day: string): Promise<void> {
  const field = within.getByRole('textbox', { name: label });
  await field.fill(day);
  await field.press('Tab');
}

/** Types a day and a time, `13/03/2026` and `16:30`. */
export async function writeMoment(within: Page | Locator, label: string, day: string, time: string): Promise<void> {
  const group = within.getByRole('group', { name: label });
  await writeDay(group, 'Ngày', day);
  const [hours = '', minutes = ''] = time.split(':');
  await group.getByRole('spinbutton', { name: 'Giờ' }).fill(hours);
  await group.getByRole('spinbutton', { name: 'Phút' }).fill(minutes);
}

/** Chooses in a box with options, by what is typed. */
export async function choose(within: Page | Locator, label: string, typed: string, option: string): Promise<void> {
  await within.getByRole('combobox', { name: label }).fill(typed);
  await pageOf(within).getByRole('option', { name: option, exact: true }).click();
}

const pageOf = (within: Page | Locator): Page => ('page' in within ? within.page() : within);
