import { PDFDocument, StandardFonts } from '@cantoo/pdf-lib';
import fc from 'fast-check';
import sharp from 'sharp';
import { readable, submitter as somebody, textAbout } from '../redaction/support/texts';
import { startService, type Service } from '../support/service';
import { act, idOf, LEAD, peopleOf, submitted, type People } from './support/people';

let service: Service;
let people: People;

beforeAll(async () => {
  service = await startService();
  people = await peopleOf(service);
});

afterAll(() => service.stop());

const petitioner = {
  name: 'Hoàng Thị Diễm Quỳnh',
  address: 'Số 17 đường Phan Đình Phùng, phường Trung tâm',
  phone: '0905 777 123',
  email: 'diemquynh.hoang@example.vn',
};
const dossierNumber = '000.00.12.H34-261001-0042';
/** Everything that S7 names, as it may read in any of the public answers. */
const secrets = [
  /ho[àa]ng th[ịi] di[ễe]m qu[ỳy]nh/iu,
  /diem ?quynh/iu,
  /905[\s.]?777[\s.]?123/u,
  /17 đường Phan/u,
  /261001-0042/u,
  /Trần Văn Bền/u,
  /(?:chị|bà) Quỳnh/u,
];

async function telling(): Promise<{ pdf: string; picture: string }> {
  const document = await PDFDocument.create();
  document.setAuthor('Hoang Thi Diem Quynh');
  const font = await document.embedFont(StandardFonts.Helvetica);
  document.addPage().drawText('Hoang Thi Diem Quynh', { font, x: 50, y: 700 });
  const photograph = await sharp({ create: { width: 60, height: 40, channels: 3, background: '#37a' } })
    .withExif({ IFD0: { Artist: 'Diem Quynh' }, IFD3: { GPSLatitudeRef: 'N', GPSLatitude: '14/1 21/1 0/1' } })
    .jpeg()
    .toBuffer();
  const pdf = await people.officer.upload('Don Diem Quynh.pdf', Uint8Array.from(await document.save()));
  const picture = await people.officer.upload('nhà Diễm Quỳnh.jpg', Uint8Array.from(photograph));
  return { pdf: pdf.body.id as string, picture: picture.body.id as string };
}

test('S7 Anonymised publication: nothing of the submitter or a third person is public, and the agency reads it all', async () => {
  const title = 'Đề nghị của Hoàng Thị Diễm Quỳnh';
  const content = `Gọi tôi số 0905.777.123. Hàng xóm là ông Trần Văn Bền, số 17 đường Phan Đình Phùng. Hồ sơ ${dossierNumber}.`;
  const answer = 'Kính gửi bà Quỳnh, thủ tục đã được niêm yết.';
  const code = await submitted(people.citizen, { title, content, submitter: petitioner, dossierNumber });
  await act(people.reception, code, 'forward', { lead: LEAD });
  expect((await people.head.get(`/v1/cases/${code}`)).body).toMatchObject({ title, content, submitter: petitioner });
  await act(people.head, code, 'assign', { officer: await idOf(people.officer) });
  const { pdf, picture } = await telling();
  await act(people.officer, code, 'propose', { text: answer, attachments: [pdf, picture] });
  await act(people.head, code, 'answer');

  const told = { forms: ['portal'], title, content, text: answer };
  const refused = await people.reception.post(`/v1/cases/${code}/publish`, told);
  expect(refused.status).toBe(422);
  const errors = refused.body.errors as { path: string; kind: string; offset: number; length: number }[];
  const texts: Record<string, string> = { '/title': title, '/content': content, '/text': answer };
  expect(
    errors.map(({ path, kind, offset, length }) => [path, kind, texts[path]?.slice(offset, offset + length)])
  ).toEqual([
    ['/title', 'name', 'Hoàng Thị Diễm Quỳnh'],
    ['/content', 'phone', '0905.777.123'],
    ['/content', 'name', 'Trần Văn Bền'],
    ['/content', 'address', '17 đường Phan Đình Phùng'],
    ['/content', 'dossierNumber', dossierNumber],
    ['/text', 'name', 'Quỳnh'],
  ]);

  const searched = await people.reception.post(`/v1/cases/${code}/publication-findings`, {
    title,
    content,
    text: answer,
  });
  const places = (['title', 'content', 'text'] as const).flatMap((name) =>
    (searched.body[name].findings as object[]).map((finding) => ({ path: `/${name}`, ...finding }))
  );
  expect(errors).toMatchObject(
    (places as typeof errors).map(({ path, kind, offset, length }) => ({ path, kind, offset, length }))
  );
  expect((await people.officer.post(`/v1/cases/${code}/publication-findings`, {})).status).toBe(403);

  for (const id of [pdf, picture]) await people.reception.send('POST', `/v1/attachments/${id}/redacted`);
  const draft = (await people.reception.get(`/v1/cases/${code}/publication-draft`)).body;
  expect((await people.officer.get(`/v1/cases/${code}/publication-draft`)).status).toBe(403);
  const files = draft.attachments as { findings: { kind: string }[]; copies: { id: string; found: string[] }[] }[];
  expect(files.flatMap(({ copies }) => copies.map(({ found }) => found))).toEqual(
    expect.arrayContaining([['name'], []])
  );
  const clean = files.flatMap(({ copies }) => copies.filter(({ found }) => found.length === 0).map(({ id }) => id));
  const proposal = {
    forms: ['portal'],
    title: draft.title.proposed as string,
    content: draft.content.proposed as string,
    text: draft.answer.proposed as string,
    attachments: clean,
  };
  const { published } = await act(people.reception, code, 'publish', proposal);
  const number = published.number as string;

  const everywhere = [
    `/v1/public/cases/${number}`,
    '/v1/public/cases',
    '/v1/public/cases?q=niem%20yet',
    '/feed.atom',
    '/sitemap.xml',
    `/answers/${number}`,
    `/v1/track/${code}`,
    `/v1/public/attachments/${clean[0] ?? ''}`,
  ];
  for (const path of everywhere) {
    const response = await fetch(service.address + path);
    const body = Buffer.from(await response.arrayBuffer());
    const whole = [body.toString(), body.toString('latin1'), JSON.stringify([...response.headers])]
      .join('\n')
      .normalize('NFC');
    expect(response.status).toBe(200);
    for (const secret of secrets) expect(`${path}: ${whole.match(secret)?.[0] ?? 'nothing'}`).toBe(`${path}: nothing`);
  }
  for (const q of ['diem quynh', '0905777123', 'tran van ben', 'H34-261001', code])
    expect((await service.stranger.get(`/v1/public/cases?q=${encodeURIComponent(q)}`)).body.items).toEqual([]);
  expect((await people.head.get(`/v1/cases/${code}`)).body).toMatchObject({ title, content });

  await act(people.reception, code, 'unpublish', { reason: 'Người gửi đề nghị.' });
  for (const path of [`/v1/public/cases/${number}`, `/answers/${number}`])
    expect((await service.stranger.get(path)).status).toBe(410);
  expect((await service.stranger.get(`/v1/public/attachments/${clean[0] ?? ''}`)).status).toBe(404);
  const { items } = (await people.reception.get(`/v1/cases/${code}/events`)).body as { items: { type: string }[] };
  expect(items.at(-1)).toMatchObject({ type: 'unpublish', data: { reason: 'Người gửi đề nghị.' } });
});

test('R9.1: an officer publishes what is found only by confirming each, which stands on record', async () => {
  const code = await submitted(people.citizen, { submitter: petitioner });
  await act(people.reception, code, 'forward', { lead: LEAD });
  await act(people.head, code, 'assign', { officer: await idOf(people.officer) });
  await act(people.head, code, 'answer', { text: 'Đã giải quyết.' });
  const text = 'Đầu mối: ông Trần Văn Bền, điện thoại 0235 3852 739.';
  const publish = (confirmed: object[]) =>
    people.reception.post(`/v1/cases/${code}/publish`, { forms: ['portal'], text, confirmed });
  const name = { path: '/text', offset: text.indexOf('Trần'), length: 'Trần Văn Bền'.length };
  const phone = { path: '/text', offset: text.indexOf('0235'), length: '0235 3852 739'.length };
  expect((await publish([name])).body.errors).toMatchObject([{ ...phone, code: 'personalData', kind: 'phone' }]);
  expect((await publish([name, phone, { ...name, offset: 0 }])).body.errors).toMatchObject([{ path: '/confirmed/2' }]);
  expect((await publish([name, phone])).status).toBe(200);
  const { items } = (await people.reception.get(`/v1/cases/${code}/events`)).body as { items: { type: string }[] };
  expect(items.find(({ type }) => type === 'publish')).toMatchObject({ data: { confirmed: [name, phone] } });
});

test('S7: what the service proposes tells nothing of its submitter, and is taken as it is', async () => {
  const samples = fc.sample(
    somebody.chain((person) => fc.record({ person: fc.constant(person), text: textAbout(person) })),
    { numRuns: 8, seed: 7 }
  );
  for (const { person, text } of samples) {
    const { dossierNumber: number, ...details } = person;
    const given = { submitter: details, dossierNumber: number, title: person.name, content: text };
    const code = await submitted(people.citizen, given);
    await act(people.reception, code, 'forward', { lead: LEAD });
    await act(people.head, code, 'assign', { officer: await idOf(people.officer) });
    await act(people.head, code, 'answer', { text });
    const { title, content, answer } = (await people.reception.get(`/v1/cases/${code}/publication-draft`)).body;
    const { published } = await act(people.reception, code, 'publish', {
      forms: ['portal'],
      title: title.proposed,
      content: content.proposed,
      text: answer.proposed,
    });
    const page = (await service.stranger.get(`/v1/public/cases/${published.number}`)).body;
    expect(readable([page.title, page.content, page.answer].join('\n'), person)).toEqual([]);
  }
});
