import { Workbook } from 'exceljs';
import { lettersOf, pdfPages } from '../support/pdfPages';
import { startService, type Service } from '../support/service';
import { unzipped } from '../support/unzipped';
import type { Answer } from '../support/visitor';
import { act, LEAD, peopleOf, published, submitted, type People } from './support/people';

const DOCX = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';

interface Shown {
  readonly title: string;
  readonly content: string;
  readonly head: { readonly seq: number; readonly hash: string };
}

let service: Service;
let people: People;

beforeAll(async () => {
  const env = { ISSUER_SUPERIOR: 'Ủy ban nhân dân tỉnh', ISSUER_PLACE: 'Kon Tum' };
  service = await startService({ env, agencies: ['office', LEAD, 'construction'] });
  people = await peopleOf(service);
});
afterAll(() => service.stop());

const onPaper = async ({ bytes }: Answer): Promise<string> => lettersOf((await pdfPages(bytes)).join(' '));

test('R1.4: staff print the whole case, a submitter what concerns them, and who took it is on record', async () => {
  const code = await published(people);
  await act(people.reception, code, 'note', { text: 'Ghi chú chỉ dành cho nội bộ' });
  const shown: Shown = (await people.reception.get(`/v1/cases/${code}`)).body;

  const pdf = await people.reception.get(`/v1/cases/${code}/export?format=pdf`);
  expect(pdf.status).toBe(200);
  expect(pdf.headers.get('content-disposition')).toBe(`attachment; filename=${code}.pdf`);
  const whole = await onPaper(pdf);
  for (const part of [
    'VĂN PHÒNG ỦY BAN',
    'Kon Tum, ngày',
    shown.title,
    shown.content,
    'Phường Trung tâm',
    'Phân công',
    'Sở Tư pháp',
    'Ghi chú chỉ dành cho nội bộ',
    'Kết quả đã công khai',
    shown.head.hash,
  ])
    expect(whole).toContain(lettersOf(part));

  const docx = await people.officer.get(`/v1/cases/${code}/export?format=docx`);
  expect(docx.headers.get('content-type')).toBe(DOCX);
  const written = lettersOf(unzipped(docx.bytes, 'word/document.xml').replace(/<[^>]+>/g, ''));
  expect(written).toContain(lettersOf('SỞ TƯ PHÁP'));
  expect(written).toContain(lettersOf('Ghi chú chỉ dành cho nội bộ'));

  const own = await onPaper(await people.citizen.get(`/v1/cases/${code}/export?format=pdf`));
  const { name: officer }: { name: string } = (await people.officer.get('/v1/auth/me')).body;
  expect(own).toContain(lettersOf(shown.content));
  for (const hidden of ['Ghi chú chỉ dành cho nội bộ', officer, 'Phân công'])
    expect(own).not.toContain(lettersOf(hidden));

  const taken: { format: string }[] = (await people.supervisor.get(`/v1/cases/${code}/exports`)).body.items;
  expect(taken.map(({ format }) => format)).toEqual(['pdf', 'docx', 'pdf']);
  expect(taken[2]).toMatchObject({ by: expect.any(String), seq: shown.head.seq });
});

test('R1.4: nobody takes out a case that they may not see, nor a submitter what is said inside', async () => {
  const code = await submitted(people.citizen);
  const asked = (path: string) => async (who: keyof People) => (await people[who].get(path)).status;
  const pdf = asked(`/v1/cases/${code}/export?format=pdf`);
  expect(await Promise.all([pdf('otherOfficer'), pdf('admin')])).toEqual([403, 403]);
  expect((await service.stranger.get(`/v1/cases/${code}/export?format=pdf`)).status).toBe(401);
  expect((await people.citizen.get(`/v1/cases/${code}/export?format=json`)).status).toBe(403);
  expect((await people.reception.get(`/v1/cases/${code}/export?format=odt`)).status).toBe(422);
  expect(await asked(`/v1/cases/${code}/exports`)('officer')).toBe(403);
  expect((await people.supervisor.get(`/v1/cases/${code}/exports`)).body.items).toEqual([]);
});

test('R1.4, R5: a receipt says when it was received, the days until the answer, where to follow it and the head of the record', async () => {
  const code = await submitted(people.citizen);
  const shown: Shown & { deadlines: { answerBy: { counted: string[] } } } = (
    await people.citizen.get(`/v1/cases/${code}`)
  ).body;
  const saved = await people.citizen.get(`/v1/cases/${code}/receipt`);
  // Not under the name of the whole case, which stands beside it at the counter.
  expect(saved.headers.get('content-disposition')).toContain(`receipt-${code}.pdf`);
  const paper = await onPaper(saved);
  for (const part of [
    'GIẤY TIẾP NHẬN PHẢN ÁNH, KIẾN NGHỊ',
    'VĂN PHÒNG ỦY BAN',
    '15 (mười lăm) ngày làm việc',
    shown.deadlines.answerBy.counted.map((day) => day.slice(5).split('-').reverse().join('/')).join(', '),
    `${service.address}/track/${code}`,
    shown.head.hash,
  ])
    expect(paper).toContain(lettersOf(part));

  const { name: clerk }: { name: string } = (await people.reception.get('/v1/auth/me')).body;
  const atCounter = await onPaper(await people.reception.get(`/v1/cases/${code}/receipt?paper=a4`));
  expect(atCounter).toContain(lettersOf(clerk));
  expect((await people.head.get(`/v1/cases/${code}/receipt`)).status).toBe(403);
  expect((await (await service.newcomer()).get(`/v1/cases/${code}/receipt`)).status).toBe(403);
});

test('R5: the head of the chain stands on everything that leaves: receipt, prints, exports, lists and notices', async () => {
  const code = await published(people);
  const { head } = (await people.reception.get(`/v1/cases/${code}`)).body as Shown;
  const { reception } = people;
  const xlsx = new Workbook();
  await xlsx.xlsx.load(Uint8Array.from((await reception.get('/v1/cases/export')).bytes).buffer);
  const docx = await reception.get(`/v1/cases/${code}/export?format=docx`);
  const given = {
    receipt: await onPaper(await reception.get(`/v1/cases/${code}/receipt`)),
    pdf: await onPaper(await reception.get(`/v1/cases/${code}/export?format=pdf`)),
    docx: lettersOf(unzipped(docx.bytes, 'word/document.xml').replace(/<[^>]+>/g, '')),
    json: JSON.stringify((await reception.get(`/v1/cases/${code}/export?format=json`)).body.record),
    xlsx: JSON.stringify(xlsx.worksheets[0]!.getSheetValues()),
    csv: (await reception.get('/v1/cases/export?format=csv')).bytes.toString(),
    tracking: JSON.stringify((await service.stranger.get(`/v1/track/${code}`)).body),
    notices: JSON.stringify((await people.citizen.get(`/v1/cases/${code}/notices`)).body),
  };
  const without = Object.entries(given).filter(([, text]) => !text.includes(head.hash));
  expect(without.map(([name]) => name)).toEqual([]);
});
