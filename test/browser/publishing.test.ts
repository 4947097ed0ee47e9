import { PDFDocument } from '@cantoo/pdf-lib';
import postgres from 'postgres';
import sharp from 'sharp';
import { act, idOf, LEAD, peopleOf, submitted, type People } from '../api/support/people';
import { eventually } from '../support/eventually';
import { gone, holds, press, sendAct } from './support/acting';
import { looksRight } from './support/looksRight';
import { setStage, type Stage } from './support/stage';

let stage: Stage;
let people: People;
let sql: postgres.Sql;

beforeAll(async () => {
  stage = await setStage();
  people = await peopleOf(stage.service);
  sql = postgres(stage.service.databaseUrl, { max: 1, onnotice: () => undefined });
});

afterAll(async () => {
  await sql.end();
  await stage.close();
});

const petitioner = {
  name: 'Hoàng Thị Diễm Quỳnh',
  address: 'Số 17 đường Phan Đình Phùng',
  phone: '0905 777 123',
  email: 'quynh@example.vn',
};
const title = 'Biển báo bị che khuất';
const content = 'Biển báo bị che khuất. Gọi tôi số 0905.777.123. Người trực là ông Trần Văn Bền.';

/** A case that is answered, with a picture and a table that its officer added. */
async function answered(): Promise<string> {
  const code = await submitted(people.citizen, { title, content, submitter: petitioner });
  await act(people.reception, code, 'forward', { lead: LEAD });
  await act(people.head, code, 'assign', { officer: await idOf(people.officer) });
  const pixels = await sharp({ create: { width: 640, height: 400, channels: 3, background: '#27a' } })
    .jpeg()
    .toBuffer();
  const picture = await people.officer.upload('nhà Diễm Quỳnh.jpg', Uint8Array.from(pixels));
  const document = await PDFDocument.create();
  document.addPage();
  const decision = await people.officer.upload('quyết định.pdf', Uint8Array.from(await document.save()));
  const table = await people.officer.upload('số liệu.txt', new TextEncoder().encode('Gửi bà Hoàng Thị Diễm Quỳnh.'));
  await act(people.officer, code, 'propose', {
    text: 'Kính gửi bà Quỳnh, biển báo đã được dời.',
    attachments: [picture.body.id, table.body.id, decision.body.id],
  });
  await act(people.head, code, 'answer');
  return code;
}

/** A PDF with a black box that comes off. */
async function coveredByAnnotation(): Promise<Buffer> {
  const document = await PDFDocument.create();
  const box = document.context.obj({ Type: 'Annot', Subtype: 'Square', Rect: [0, 0, 200, 200], IC: [0, 0, 0] });
  document.addPage().node.addAnnot(document.context.register(box));
  return Buffer.from(await document.save());
}

test('R9.1, S7: what may tell who somebody is, is marked, redacted or confirmed one by one, and files go out as copies', async () => {
  const code = await answered();
  const page = await stage.openAs('reception', `/inbox/${code}?act=publish`);
  await page.getByText('Còn 3 chỗ có thể lộ thông tin cá nhân').waitFor();
  const marked = await eventually(
    () => page.locator('mark').allTextContents(),
    ({ length }) => length === 3
  );
  expect(marked).toEqual(['0905.777.123', 'Trần Văn Bền', 'Quỳnh']);
  await looksRight(page);

  await page.getByRole('combobox', { name: 'Hình thức công khai' }).click();
  await page.getByRole('option').first().click();
  await page.keyboard.press('Escape');
  await press(page, 'Công khai');
  await page.getByRole('alert').getByText('Nội dung trả lời được công khai').waitFor();

  await press(page, 'Vẫn công khai: Trần Văn Bền');
  await press(page, 'Che: 0905.777.123');
  const published = page.getByRole('textbox', { name: 'Nội dung phản ánh được công khai' });
  await holds(published, content.replace('0905.777.123', '[…]'));
  await page.getByText('Còn 1 chỗ có thể lộ thông tin cá nhân').waitFor();
  await published.press('Home');
  await page.keyboard.press('Control+Home');
  await page.keyboard.type('Tin: ');
  await press(page, 'Che tất cả');
  await page.getByText('Không còn chỗ nào phải quyết định').waitFor();
  await page.getByRole('button', { name: 'Xem lại: Trần Văn Bền' }).waitFor();

  const files = page.getByRole('group', { name: 'Bản công khai của tệp' });
  await files.getByRole('button', { name: 'Tạo bản công khai của nhà Diễm Quỳnh.jpg' }).click();
  const comparison = page.getByRole('dialog');
  await comparison.getByRole('img').nth(1).waitFor();
  await looksRight(page);
  await comparison.getByRole('button', { name: 'Công khai bản này' }).click();
  await files.getByRole('checkbox', { name: 'Công khai bản này: nhà Diễm Quỳnh.jpg', checked: true }).waitFor();
  await gone(comparison);

  await files.getByRole('button', { name: 'Tạo bản công khai của quyết định.pdf' }).click();
  await comparison.getByRole('button', { name: 'Công khai bản này' }).click();
  await gone(comparison);

  const bring = (name: string, mimeType: string, buffer: Buffer) =>
    page.locator('input[type=file]').setInputFiles({ name, mimeType, buffer });
  await bring('đã che.pdf', 'application/pdf', await coveredByAnnotation());
  await page.getByRole('alert').getByText('in ra tệp PDF mới').waitFor();
  await bring('số liệu đã che.txt', 'text/plain', Buffer.from('Gửi người dân.'));
  await comparison.getByText('Tệp đã tải lên').waitFor();
  await comparison.getByText('Đóng', { exact: true }).click();
  await gone(comparison);
  await files.getByRole('checkbox', { name: 'Công khai bản này: số liệu đã che.txt', checked: false }).check();
  await sendAct(page, 'Công khai');

  const ofCase = (await people.reception.get(`/v1/cases/${code}`)).body as { published: { number: string } };
  const { body } = await stage.service.stranger.get(`/v1/public/cases/${ofCase.published.number}`);
  expect(body).toMatchObject({
    title,
    content: `Tin: ${content.replace('0905.777.123', '[…]')}`,
    answer: 'Kính gửi bà […], biển báo đã được dời.',
  });
  expect((body.attachments as object[]).length).toBe(3);

  // What was published before pages became pictures is made anew, and the new copy takes its place.
  await sql`update attachments set redaction = null where redacted_from is not null`;
  await page.goto(`/inbox/${code}?act=republish`);
  await files.getByText('Tạo theo cách cũ').waitFor();
  await files.getByRole('button', { name: 'Tạo bản công khai của quyết định.pdf' }).click();
  await comparison.getByRole('button', { name: 'Công khai bản này' }).click();
  await gone(comparison);
  await files.getByRole('checkbox', { name: 'Công khai bản này: quyết định.pdf', checked: true }).waitFor();
  await gone(files.getByText('Tạo theo cách cũ'));
  const again = page.getByRole('textbox', { name: 'Nội dung trả lời được công khai' });
  await holds(again, 'Kính gửi bà […], biển báo đã được dời.');
  await files.getByRole('checkbox', { name: 'Công khai bản này: nhà Diễm Quỳnh.jpg', checked: true }).waitFor();
});
