import type { Locator } from 'playwright-core';
import { act, idOf, inHandling, LEAD, OTHER, peopleOf, submitted, type People, typesOf } from '../api/support/people';
import {
  choose,
  counts,
  focusOn,
  gone,
  holds,
  openAct,
  perform,
  press,
  saved,
  searchInbox,
  sendAct,
  writeDay,
  writeMoment,
} from './support/acting';
import { live } from './support/live';
import { looksRight } from './support/looksRight';
import { setStage, type Stage } from './support/stage';

let stage: Stage;
let people: People;

beforeAll(async () => {
  stage = await setStage();
  people = await peopleOf(stage.service);
});

afterAll(() => stage.close());

test('R6: on a phone the box that chooses a case stands beside what its card says', async () => {
  const title = 'Nắp cống bị vỡ';
  await submitted(people.citizen, { title });
  const page = await stage.openAs('reception', '/inbox', { width: 390 });
  const card = page.getByRole('row').filter({ hasText: title });
  const box = await card.getByRole('checkbox').boundingBox();
  const said = await card.getByRole('rowheader').boundingBox();
  expect((box?.x ?? Infinity) + (box?.width ?? 0)).toBeLessThanOrEqual(said?.x ?? 0);
});

test('R6–R9: a petition is forwarded, assigned, drafted, sent back, approved and published by three people', async () => {
  const title = 'Lối lên cầu bị rào';
  const code = await submitted(people.citizen, { title, content: 'Lối lên cầu bị rào, đề nghị công khai thủ tục.' });

  const reception = await stage.openAs('reception', '/inbox');
  await searchInbox(reception, 'loi len cau', 1);
  await reception.getByRole('link', { name: title }).click();
  await reception.getByRole('heading', { level: 1, name: title }).waitFor();
  await perform(reception, 'Chuyển xử lý', () => choose(reception, 'Cơ quan chủ trì', 'so tu phap', 'Sở Tư pháp'));

  const head = await stage.openAs(`lead.${LEAD}`, `/inbox/${code}`);
  await perform(head, 'Phân công', () => choose(head, 'Cán bộ xử lý', 'can bo', 'Cán bộ xử lý'));
  await live(head);

  const officer = await stage.openAs(`officer.${LEAD}`, '/inbox');
  await officer.getByRole('link', { name: title }).click();
  const propose = (text: string) =>
    perform(officer, 'Trình dự thảo trả lời', () =>
      officer.getByRole('textbox', { name: 'Dự thảo trả lời' }).fill(text)
    );
  await propose('Rào chắn đã được dỡ.');
  await live(officer);

  await perform(head, 'Yêu cầu sửa dự thảo', () =>
    head.getByRole('textbox', { name: 'Nội dung cần sửa' }).fill('Nêu rõ ngày dỡ.')
  );
  await propose('Rào chắn đã được dỡ ngày 05/01/2026.');

  const draft = head.getByRole('region', { name: 'Dự thảo trả lời' });
  await draft.getByRole('insertion').filter({ hasText: 'ngày 05/01/2026' }).first().waitFor();
  await draft.getByText('Nêu rõ ngày dỡ.').waitFor();
  await looksRight(head);
  await perform(head, 'Phê duyệt và trả lời');

  await openAct(reception, 'Công khai');
  await looksRight(reception);
  await reception.getByRole('combobox', { name: 'Hình thức công khai' }).click();
  await reception.getByRole('option').first().click();
  await reception.keyboard.press('Escape');
  await sendAct(reception, 'Công khai');
  expect((await people.citizen.get(`/v1/cases/${code}`)).body).toMatchObject({
    status: 'published',
    published: { answer: 'Rào chắn đã được dỡ ngày 05/01/2026.' },
  });
});

test('R10.3: a draft that came back is mended and one that is approved corrected, with its files, not written anew', async () => {
  const code = await inHandling(people);
  const file = (await people.officer.upload('quyet-dinh.txt', 'Quyết định dỡ rào.')).body.id as string;
  await act(people.officer, code, 'propose', { text: 'Rào đã được dở.', attachments: [file] });
  await act(people.head, code, 'revise', { reason: 'Nêu rõ ngày dỡ.' });

  const officer = await stage.openAs(`officer.${LEAD}`, `/inbox/${code}`);
  await openAct(officer, 'Trình dự thảo trả lời');
  const draft = officer.getByRole('textbox', { name: 'Dự thảo trả lời' });
  await holds(draft, 'Rào đã được dở.');
  await draft.fill('Rào đã được dở ngày 05/01/2026.');
  await sendAct(officer, 'Trình dự thảo trả lời');

  const head = await stage.openAs(`lead.${LEAD}`, `/inbox/${code}`);
  await openAct(head, 'Phê duyệt và trả lời');
  const answer = head.getByRole('textbox', { name: 'Nội dung trả lời' });
  await holds(answer, 'Rào đã được dở ngày 05/01/2026.');
  await head.getByRole('button', { name: 'Bỏ tệp quyet-dinh.txt' }).waitFor();
  await looksRight(head);
  // What the head has begun to write goes before what the officer wrote.
  await answer.fill('Rào đã được dỡ ngày 05/01/2026.');
  await head.getByText('Bản nháp đã được lưu').waitFor();
  await head.reload();
  await holds(answer, 'Rào đã được dỡ ngày 05/01/2026.');

  // But not before what the officer puts up anew: that is what is to be approved, and the former is still at hand.
  await act(people.head, code, 'revise', { reason: 'Nêu rõ ai dỡ.' });
  await act(people.officer, code, 'propose', { text: 'Đội quản lý đã dở rào ngày 05/01/2026.', attachments: [file] });
  await head.reload();
  await holds(answer, 'Đội quản lý đã dở rào ngày 05/01/2026.');
  await looksRight(head);
  await press(head, 'Lấy lại bản nháp trước');
  await holds(answer, 'Rào đã được dỡ ngày 05/01/2026.');
  await head.getByRole('status').getByText('Hồ sơ đã thay đổi trong lúc bạn viết').waitFor();
  await press(head, 'Xóa bản nháp');
  await holds(answer, 'Đội quản lý đã dở rào ngày 05/01/2026.');
  await answer.fill('Đội quản lý đã dỡ rào ngày 05/01/2026.');
  await sendAct(head, 'Phê duyệt và trả lời');
  const { items } = (await people.head.get(`/v1/cases/${code}/events`)).body as {
    items: { type: string; data: object }[];
  };
  expect(items.find(({ type }) => type === 'answer')?.data).toEqual({
    text: 'Đội quản lý đã dỡ rào ngày 05/01/2026.',
    attachments: [file],
  });
});

test('R10.3: the agency that takes over a case writes an answer of its own', async () => {
  const code = await inHandling(people);
  await act(people.officer, code, 'propose', { text: 'Không thuộc thẩm quyền.' });
  await act(people.head, code, 'revise', { reason: 'Hãy trả lại hồ sơ.' });
  await act(people.head, code, 'decline', { reason: 'Thuộc Sở Xây dựng.' });
  await act(people.reception, code, 'forward', { lead: OTHER });
  await act(people.otherHead, code, 'assign', { officer: await idOf(people.otherOfficer) });
  const page = await stage.openAs(`officer.${OTHER}`, `/inbox/${code}?act=propose`);
  await page.getByRole('textbox', { name: 'Dự thảo trả lời' }).waitFor();
  await holds(page.getByRole('textbox', { name: 'Dự thảo trả lời' }), '');
  await counts(page.getByRole('region', { name: 'Dự thảo trả lời', exact: true }), 0);
});

test('S7: who writes while another acts sees what happened and keeps what was written', async () => {
  const code = await inHandling(people);
  const officer = await stage.openAs(`officer.${LEAD}`, `/inbox/${code}?act=propose`);
  const text = officer.getByRole('textbox', { name: 'Dự thảo trả lời' });
  await text.fill('Đang viết dở câu này.');
  await live(officer);
  await act(people.head, code, 'answer', { text: 'Thủ trưởng đã trả lời.' });

  await officer.getByRole('status').getByText('Hồ sơ đã thay đổi trong lúc bạn viết').waitFor();
  await holds(text, 'Đang viết dở câu này.');
  await press(officer, 'Trình dự thảo trả lời');
  await officer.getByRole('alert').first().waitFor();
  await holds(text, 'Đang viết dở câu này.');
  // Whoever comes back begins with what was answered, and finds what they wrote beside it.
  await officer.reload();
  await holds(text, 'Thủ trưởng đã trả lời.');
  await press(officer, 'Lấy lại bản nháp trước');
  await holds(text, 'Đang viết dở câu này.');
  await officer.getByRole('status').getByText('Hồ sơ đã thay đổi trong lúc bạn viết').waitFor();
});

test('R8.2: what is given up and then meant anew in the same words is done anew', async () => {
  const code = await submitted(people.citizen, { title: 'Ghi chú hai lần' });
  const page = await stage.openAs('reception', `/inbox/${code}`);
  const notes = async () => (await typesOf(people.reception, code)).filter((type) => type === 'note').length;
  const note = async () => {
    await openAct(page, 'Ghi chú nội bộ');
    await page.getByRole('textbox', { name: 'Ghi chú' }).fill('Đã gọi điện cho người gửi.');
    await press(page.getByRole('region', { name: 'Ghi chú nội bộ', exact: true }), 'Ghi chú nội bộ');
  };
  // It takes effect, and a proxy answers in the place of the service, without a word.
  await page.route(
    '**/v1/cases/*/note',
    async (route) => {
      await route.fetch();
      await route.fulfill({ status: 504, headers: { 'content-length': '0' } });
    },
    { times: 1 }
  );
  await note();
  await page.getByRole('alert').getByText('Không kết nối được với hệ thống.').waitFor();
  await holds(page.getByRole('textbox', { name: 'Ghi chú' }), 'Đã gọi điện cho người gửi.');
  await counts(page.getByText('Đã xong: Ghi chú nội bộ'), 0);
  await press(page.getByRole('region', { name: 'Ghi chú nội bộ', exact: true }), 'Ghi chú nội bộ');
  await page.getByRole('region', { name: 'Việc có thể làm' }).getByText('Đã xong: Ghi chú nội bộ').waitFor();
  expect(await notes()).toBe(1);

  await page.route('**/v1/cases/*/note', (route) => route.abort(), { times: 1 });
  await note();
  await page.getByRole('alert').getByText('Không kết nối được với hệ thống.').waitFor();
  const key = 'Object.keys(localStorage).filter((one) => one.endsWith(".note.intent")).length';
  expect(await page.evaluate(key)).toBe(1);
  await press(page, 'Hủy');
  expect(await page.evaluate(key)).toBe(0);
});

test('R10.3: many cases are assigned at once, and what others change is marked without moving the list', async () => {
  const titles = ['Bến xe thứ nhất', 'Bến xe thứ hai'];
  for (const title of titles)
    await act(people.reception, await submitted(people.citizen, { title }), 'forward', { lead: LEAD });
  const head = await stage.openAs(`lead.${LEAD}`, '/inbox?q=ben+xe');
  for (const title of titles) await head.getByRole('checkbox', { name: `Chọn: ${title}` }).check();
  await press(head, 'Phân công');
  await choose(head, 'Cán bộ xử lý', 'can bo', 'Cán bộ xử lý');
  await looksRight(head);
  await head.getByRole('dialog').getByRole('button', { name: 'Phân công' }).click();
  await head.getByText('Đã xong 2 hồ sơ.').waitFor();
  const officer = await idOf(people.officer);
  const { items } = (await people.head.get('/v1/cases?q=ben+xe')).body as {
    items: { code: string; officer: string }[];
  };
  expect(items.map((item) => item.officer)).toEqual([officer, officer]);

  const watching = await stage.openAs(`officer.${LEAD}`, '/inbox?q=ben+xe');
  await watching.getByRole('link', { name: titles[0]! }).waitFor();
  await live(watching);
  await act(people.head, items[0]!.code, 'note', { text: 'Xin lưu ý.' });
  await watching.getByText('1 hồ sơ đã thay đổi').waitFor();
  await watching.getByText('vừa thay đổi', { exact: true }).waitFor();
  await press(watching, 'Hiện thay đổi');
  await watching.getByText('vừa thay đổi', { exact: true }).waitFor({ state: 'detached' });
});

test('R10.3: what is sent again to many cases is done where it was not, and once everywhere', async () => {
  const titles = ['Vỉa hè thứ nhất', 'Vỉa hè thứ hai'];
  const codes = await Promise.all(titles.map((title) => submitted(people.citizen, { title })));
  const page = await stage.openAs('reception', '/inbox?q=via+he');
  const note = async () => {
    for (const title of titles) await page.getByRole('checkbox', { name: `Chọn: ${title}` }).check();
    await press(page, 'Ghi chú nội bộ');
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('textbox', { name: 'Ghi chú' }).fill('Đã gọi điện cho người gửi.');
    await press(dialog, 'Ghi chú nội bộ');
    return dialog;
  };
  const notes = () =>
    Promise.all(
      codes.map(async (code) => (await typesOf(people.reception, code)).filter((type) => type === 'note').length)
    );
  const close = async (dialog: Locator) => {
    await dialog.getByRole('textbox').waitFor({ state: 'detached' });
    await focusOn(page, /^Đóng$/);
    await page.keyboard.press('Enter');
    await gone(dialog);
  };

  // Both take it, and of the first this is not confirmed in time.
  await page.route(
    '**/v1/cases/bulk',
    async (route) => {
      const response = await route.fetch();
      const { items } = (await response.json()) as { items: { code: string }[] };
      const problem = { type: 'no-answer', title: 'No answer', status: 503 };
      const told = items.map((item) => (item.code === codes[0] ? { ...item, status: 503, problem } : item));
      await route.fulfill({ response, json: { items: told } });
    },
    { times: 1 }
  );
  const dialog = await note();
  await dialog.getByText(/Hệ thống chưa xác nhận kịp/).waitFor();
  await press(dialog, 'Ghi chú nội bộ');
  await close(dialog);
  expect(await notes()).toEqual([1, 1]);

  // Who means it a second time begins anew.
  await close(await note());
  expect(await notes()).toEqual([2, 2]);
});

test('what is wrong with an act is said in Vietnamese, and leads to the field that it is wrong in', async () => {
  const code = await submitted(people.citizen, { title: 'Chuyển nhầm nơi' });
  const page = await stage.openAs('reception', `/inbox/${code}?act=forward`);
  const faults = page.getByRole('alert');
  const form = page.getByRole('region', { name: 'Chuyển xử lý', exact: true });
  await press(form, 'Chuyển xử lý');
  await faults.getByRole('link', { name: 'Cơ quan chủ trì: Cần điền mục này.' }).click();
  await focusOn(page, /^Cơ quan chủ trì[ *]*$/);
  await choose(page, 'Cơ quan chủ trì', 'so tu phap', 'Sở Tư pháp');
  await choose(page, 'Cơ quan phối hợp', 'so tu phap', 'Sở Tư pháp');
  await page.keyboard.press('Escape');
  await press(form, 'Chuyển xử lý');
  const twice = faults.getByRole('link', { name: 'Cơ quan phối hợp: Mục này được chọn hai lần.' });
  await twice.waitFor();
  await looksRight(page);
  await twice.click();
  await focusOn(page, /^Cơ quan phối hợp[ *]*$/);

  await page.goto(`/inbox/${code}?act=link`);
  await page.getByRole('radio', { name: 'Trùng nội dung' }).check();
  await page.getByRole('textbox', { name: 'Mã hồ sơ có trước' }).fill(code);
  await press(page.getByRole('region', { name: 'Liên kết với hồ sơ có trước' }), 'Liên kết với hồ sơ có trước');
  await faults.getByText('Mã hồ sơ có trước: Không thể liên kết một hồ sơ với chính nó.').waitFor();
});

test('a linked case whose earlier one has no answer yet says so', async () => {
  const [earlier, code] = [await submitted(people.citizen), await submitted(people.citizen)];
  await act(people.reception, code, 'link', { kind: 'duplicate', to: earlier });
  const page = await stage.openAs('reception', `/inbox/${code}?act=answerJointly`);
  await press(page.getByRole('region', { name: 'Trả lời chung với hồ sơ chính' }), 'Trả lời chung với hồ sơ chính');
  await page
    .getByRole('listitem')
    .getByText('Hồ sơ được liên kết đến chưa có trả lời công khai.', { exact: true })
    .waitFor();
  await looksRight(page);
});

test('an act that was refused without anybody asking is told with its reason', async () => {
  const code = await submitted(people.citizen, { title: 'Yêu cầu tự động' });
  const page = await stage.openAs('reception', '/inbox');
  await page.route('**/v1/cases/*/events', async (route) => {
    const response = await route.fetch();
    const { items, ...rest } = (await response.json()) as { items: { seq: number }[] };
    const data = { action: 'answerJointly', reason: 'nothingPublished' };
    const refused = { ...items.at(-1), seq: items.length + 1, type: 'refused', by: { role: 'service' }, data };
    await route.fulfill({ response, json: { ...rest, items: [...items, refused] } });
  });
  await page.goto(`/inbox/${code}`);
  await page.getByText('Một yêu cầu tự động bị từ chối').waitFor();
  await page.getByText('Trả lời chung với hồ sơ chính: Hồ sơ chưa có trả lời nào được công khai.').waitFor();
  await counts(page.getByText('nothingPublished'), 0);
  await looksRight(page);
});

test('the focus goes on where the work does, and what changed is said', async () => {
  const title = 'Nghe bằng trình đọc màn hình';
  const code = await submitted(people.citizen, { title });
  await act(people.reception, code, 'forward', { lead: LEAD });
  const page = await stage.openAs(`lead.${LEAD}`, '/inbox?q=trinh+doc');
  await page.getByRole('status').getByText('1 hồ sơ trong danh sách').waitFor();
  await page.getByRole('checkbox', { name: `Chọn: ${title}` }).check();
  await page.getByRole('status').getByText('Đã chọn 1 hồ sơ').waitFor();
  await press(page, 'Phân công');
  await page.getByRole('dialog', { name: 'Phân công: 1 hồ sơ' }).waitFor();
  // A slip beside the dialog, or Escape once something was typed, takes nothing away.
  await page.mouse.click(5, 5);
  await page.getByRole('combobox', { name: 'Cán bộ xử lý' }).fill('can bo');
  await page.keyboard.press('Escape');
  await page.keyboard.press('Escape');
  await holds(page.getByRole('combobox', { name: 'Cán bộ xử lý' }), 'can bo');
  await press(page.getByRole('dialog'), 'Hủy');
  await gone(page.getByRole('dialog'));
  await focusOn(page, /^Phân công$/);

  await page.getByRole('link', { name: title }).click();
  await focusOn(page, new RegExp(title));
  await openAct(page, 'Phân công');
  await focusOn(page, /^Phân công$/);
  await press(page, 'Hủy');
  await focusOn(page, /^Việc có thể làm$/);
  await perform(page, 'Phân công', () => choose(page, 'Cán bộ xử lý', 'can bo', 'Cán bộ xử lý'));
  await focusOn(page, /^Việc có thể làm$/);
  expect(await page.getByRole('region', { name: 'Việc có thể làm' }).ariaSnapshot()).toContain(
    'status "Đã xong: Phân công"'
  );
});

test('the work is done by keyboard alone, and keys write where somebody writes', async () => {
  const titles = ['Phím thứ nhất', 'Phím thứ hai'];
  for (const title of titles)
    await act(people.reception, await submitted(people.citizen, { title }), 'forward', { lead: LEAD });
  const page = await stage.openAs(`lead.${LEAD}`, '/inbox');
  await page.getByRole('link', { name: titles[0]! }).waitFor();
  const { keyboard } = page;
  await keyboard.press('/');
  await keyboard.type('phim thu jkx?');
  await holds(page.getByRole('searchbox'), 'phim thu jkx?');
  for (let typed = 0; typed < ' jkx?'.length; typed++) await keyboard.press('Backspace');
  await page.waitForURL((url) => url.searchParams.get('q') === 'phim thu');
  await counts(page.locator('tbody th a'), titles.length);
  await page.getByRole('link', { name: titles[1]! }).waitFor();
  await page.getByRole('searchbox').blur();
  await keyboard.press('j');
  await keyboard.press('x');
  await page.getByText('Đã chọn 1 hồ sơ').waitFor();
  await keyboard.press('x');
  await keyboard.press('?');
  await page.getByRole('dialog', { name: 'Phím tắt' }).waitFor();
  await keyboard.press('Escape');
  await gone(page.getByRole('dialog'));
  // The focus comes back to where it was a moment after the dialog is gone.
  await page.locator('tbody a:focus').waitFor();
  const shown = await page.locator('tbody th a').allTextContents();
  await keyboard.press('j');
  const first = await page.evaluate('document.activeElement.textContent');
  await keyboard.press('Enter');
  await page.getByRole('heading', { level: 1, name: String(first) }).waitFor();
  await page.getByText(/^[12] \/ 2$/).waitFor();
  await keyboard.press(shown[0] === first ? 'j' : 'k');
  const other = titles.find((title) => title !== first) ?? '';
  await page.getByRole('heading', { level: 1, name: other }).waitFor();
  await keyboard.press('u');
  await page.getByRole('searchbox').waitFor();
});

test('S10: the list and the tracking page give the last day for an answer that the case gives', async () => {
  const title = 'Biển báo bị mờ';
  const code = await submitted(people.citizen, { title });
  const { deadlines } = (await people.reception.get(`/v1/cases/${code}`)).body;
  const { lastDay, provisional } = deadlines.answerBy as { lastDay: string; provisional: boolean };
  const shown = lastDay.split('-').reverse().join('/') + (provisional ? ' (tạm tính)' : '');

  const tracked = await stage.open(`/track/${code}`);
  await tracked.getByText(shown, { exact: true }).waitFor();
  const inbox = await stage.openAs('reception', '/inbox?q=bien+bao');
  await inbox.evaluate(`localStorage.setItem('pakn.columns', '["answerDue"]')`);
  await inbox.reload();
  await inbox.getByRole('row').filter({ hasText: title }).getByText(shown, { exact: true }).waitFor();
});

test('R10.1: the part of a chart that is in time opens the cases that it counts', async () => {
  const code = await inHandling(people);
  const page = await stage.openAs('supervisor', '/overview');
  const inTime = page.getByRole('link', { name: /^Sở Tư pháp, Còn trong hạn: \d+$/ });
  const counted = Number(/\d+$/.exec((await inTime.getAttribute('aria-label')) ?? '')?.[0]);
  await inTime.click();
  await page.waitForURL(/reports\/cases.*dueAfter=/);
  await page.getByText(code).waitFor();
  await counts(page.getByRole('table').getByRole('link'), counted);
});

test('R3: the Office enters a paper petition with the day on which it came', async () => {
  const page = await stage.openAs('reception', '/receive');
  await page.getByRole('textbox', { name: 'Tiêu đề' }).fill('Đơn gửi qua bưu điện');
  await page.getByRole('textbox', { name: 'Nội dung phản ánh, kiến nghị' }).fill('Đề nghị niêm yết thủ tục.');
  // What there was to choose from then is what the service takes.
  const categories = page.waitForRequest(/\/v1\/categories\?on=2020-01-02$/);
  await writeMoment(page, 'Thời điểm nhận', '02/01/2020', '08:30');
  await categories;
  await press(page, 'Nhập và mở hồ sơ');
  await page.getByRole('alert').first().waitFor();
  await looksRight(page);
  await writeDay(page.getByRole('group', { name: 'Thời điểm nhận' }), 'Ngày', '');
  await page.getByRole('textbox', { name: 'Họ tên' }).fill('Người gửi');
  await page.getByRole('textbox', { name: 'Địa chỉ' }).fill('Phường Trung tâm');
  await press(page, 'Nhập và mở hồ sơ');
  await page.getByRole('heading', { level: 1, name: 'Đơn gửi qua bưu điện' }).waitFor();

  // Whoever stands at the counter takes the receipt along.
  const code = new URL(page.url()).pathname.split('/').at(-1)!;
  const receipt = await saved(page, /\/receipt$/, () => press(page, 'Giấy tiếp nhận (PDF)'));
  expect(receipt).toMatchObject({
    name: `giay-tiep-nhan-${code}.pdf`,
    content: expect.stringMatching(/^%PDF/) as string,
  });
  await page.goto(`/receipt/${code}`);
  await page.getByRole('link', { name: 'Xem hồ sơ' }).click();
  await page.waitForURL(`**/inbox/${code}`);
  await page.getByRole('heading', { level: 1, name: 'Đơn gửi qua bưu điện' }).waitFor();
});

test('R10.1: a list is saved whole as it is narrowed, as a spreadsheet or as separated text', async () => {
  const title = 'Bảng giá bị xé';
  await submitted(people.citizen, { title });
  await submitted(people.citizen, { title: 'Việc khác hẳn' });
  const page = await stage.openAs('reception', '/inbox?q=bang+gia+bi+xe');
  await page.getByRole('link', { name: title }).waitFor();
  const list = (format: string) =>
    saved(page, /\/v1\/cases\/export/, async () => {
      await press(page, 'Tải danh sách');
      await page.getByRole('menuitem', { name: format }).click();
    });
  const text = await list('Văn bản phân cách (CSV)');
  expect(text.name).toMatch(/^danh-sach-ho-so-.*\.csv$/);
  expect(text.content).toContain(title);
  expect(text.content).not.toContain('Việc khác hẳn');
  const sheet = await list('Bảng tính (XLSX)');
  expect(sheet.name).toMatch(/\.xlsx$/);
  expect(Object.fromEntries(sheet.asked)).toEqual({
    q: 'bang gia bi xe',
    view: text.asked.get('view'),
    open: 'true',
    format: 'xlsx',
  });
  await looksRight(page);
});

test('R10.3: what narrows a list is found by its name without diacritics', async () => {
  const page = await stage.openAs('reception', '/inbox');
  await choose(page, 'Cơ quan', 'so tu phap', 'Sở Tư pháp');
  await page.waitForURL((url) => url.searchParams.get('agency') === LEAD);
  await page.goto('/answers');
  await choose(page, 'Cơ quan xử lý', 'so tu phap', 'Sở Tư pháp');
  await page.waitForURL((url) => url.searchParams.get('agency') === LEAD);
});

test.each([
  ['vi', 'light', 1440],
  ['en', 'dark', 360],
  ['vi', 'dark', 768],
  ['en', 'light', 768],
] as const)('pages look right in %s, %s, at %i px', async (language, scheme, width) => {
  const code = await inHandling(people);
  const page = await stage.openAs('reception', '/inbox', { language, scheme, width });
  for (const path of [
    '/inbox',
    '/inbox?q=nothing+of+the+kind',
    `/inbox/${code}`,
    `/inbox/${code}?act=note`,
    '/receive',
  ]) {
    await page.goto(path);
    await page.getByRole('heading', { level: 1 }).waitFor();
    await looksRight(page);
  }
});
