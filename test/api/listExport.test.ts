import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Workbook } from 'exceljs';
import { eventually } from '../support/eventually';
import { startService, type Service } from '../support/service';
import { act, LEAD, peopleOf, submitted, type People } from './support/people';

let service: Service;
let people: People;
let folder: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'pakn-lists-'));
  service = await startService({ agencies: ['office', LEAD, 'construction'], env: { FILES_DIR: folder } });
  people = await peopleOf(service);
});
afterAll(async () => {
  await service.stop();
  await rm(folder, { recursive: true });
});

/** The list of open cases as a spreadsheet: the cells of a column, without its header. */
async function openList() {
  const { bytes } = await people.reception.get('/v1/cases/export?open=true');
  const workbook = new Workbook();
  await workbook.xlsx.load(Uint8Array.from(bytes).buffer);
  const sheet = workbook.worksheets[0]!;
  const header = (sheet.getRow(1).values as string[]).slice(1);
  return (name: string) => sheet.getColumn(header.indexOf(name) + 1).values.slice(2);
}

const formulas = ['=1+1', '+84 900', '-5', '@SUM(A1)'];

test('R1.4: a list goes out whole as XLSX and CSV, with dates as dates, and no title becomes a formula', async () => {
  for (const title of formulas) await submitted(people.citizen, { title });
  const forwarded = await submitted(people.citizen, { title: 'Thủ tục, "niêm yết"\nvà công khai' });
  await act(people.reception, forwarded, 'forward', { lead: LEAD });

  const csv = await people.reception.get('/v1/cases/export?format=csv&open=true');
  expect(csv.headers.get('content-type')).toBe('text/csv; charset=utf-8');
  expect(csv.bytes.subarray(0, 3)).toEqual(Buffer.from([0xef, 0xbb, 0xbf]));
  const text = csv.bytes.toString();
  for (const title of formulas) expect(text).toContain(`,'${title},`);
  expect(text).toContain('"Thủ tục, ""niêm yết""');
  expect(text).toMatch(/Mới nhận,.*,\d{4}-\d\d-\d\d \d\d:\d\d,/);

  const column = await openList();
  expect(column('Tiêu đề')).toEqual(expect.arrayContaining(formulas));
  expect(column('Thời điểm nhận').every((value) => value instanceof Date)).toBe(true);
  expect(column('Cơ quan chủ trì')).toContain('Sở Tư pháp');
  // Nothing of people's data stays where the lists were made.
  await eventually(
    () => readdir(join(folder, 'incoming')),
    (left) => left.length === 0
  );
});

test('R1.4, R10.3: a list goes out with the filters and the rights of the list', async () => {
  const titles = async (who: keyof People, query: string) =>
    (await people[who].get(`/v1/cases/export?format=csv&${query}`)).bytes.toString().split('\r\n').length - 2;
  expect(await titles('reception', 'status=forwarded')).toBe(1);
  expect(await titles('head', '')).toBe(1);
  expect(await titles('otherHead', '')).toBe(0);
  expect(await titles('citizen', '')).toBe(5);
  expect(await titles('admin', '')).toBe(0);
  expect((await service.stranger.get('/v1/cases/export')).status).toBe(401);
  expect((await people.reception.get('/v1/cases/export?format=ods')).status).toBe(422);
});

test('S10: a list that goes out gives the last day for an answer as the case itself does', async () => {
  const code = await submitted(people.citizen);
  const { deadlines } = (await people.reception.get(`/v1/cases/${code}`)).body;
  const { lastDay } = deadlines.answerBy as { lastDay: string };

  const column = await openList();
  expect(column('Hạn trả lời')[column('Mã hồ sơ').indexOf(code)]).toEqual(new Date(lastDay));
  const csv = (await people.reception.get('/v1/cases/export?format=csv&open=true')).bytes.toString();
  expect(csv.split('\r\n').find((line) => line.startsWith(code))).toContain(`,${lastDay},`);
});
