import { statusNames } from '../../domain/words';
import { eventually } from '../support/eventually';
import { startService, type Service } from '../support/service';
import { act, inHandling, peopleOf, petition, submitted, typesOf, type People } from './support/people';

let service: Service;
let people: People;

beforeAll(async () => {
  service = await startService();
  people = await peopleOf(service);
});

afterAll(() => service.stop());

const similarTo = async (code: string, by = people.reception) =>
  (await by.get(`/v1/cases/${code}/similar`)).body.items as {
    code: string;
    score: number;
    reasons: { reason: string; weight: number }[];
  }[];

interface Read {
  status: string;
  answer: string | null;
  link: object | null;
}

const readBy = async (by: People[keyof People], code: string) => (await by.get(`/v1/cases/${code}`)).body as Read;

const text = {
  content:
    'Đoạn đường Hùng Vương trước cổng trường Lê Lợi bị sụt lún sâu, nước đọng nhiều ngày, học sinh đi lại rất nguy hiểm.',
};

describe('R10.1: what may belong to a case is shown with the reason', () => {
  test('the same account, telephone however written, e-mail, dossier and text', async () => {
    const sender = { name: 'Người gửi', address: 'Phường', phone: '+84 911 222 333', email: 'Mot.Nguoi@example.vn' };
    const dossierNumber = 'H34.05-261101-0007';
    const first = await submitted(people.citizen, { ...text, submitter: sender, dossierNumber });
    const onPhone = await submitted(people.reception, {
      channel: 'phone',
      title: 'Đường hư hỏng',
      content: 'Đường trước trường Lê Lợi hư hỏng.',
      submitter: { phone: '0911.222.333', email: 'mot.nguoi@EXAMPLE.vn' },
    });
    const another = await submitted(await service.newcomer(), {
      title: 'Sụt lún',
      content: `Kính gửi cơ quan. ${text.content} Mong sớm được sửa.`,
      submitter: { ...sender, phone: '0988 000 111', email: 'khac@example.vn' },
      dossierNumber,
    });

    const found = await similarTo(first);
    const reasonsOf = (code: string) =>
      found
        .find((similar) => similar.code === code)
        ?.reasons.map(({ reason }) => reason)
        .sort();
    expect(reasonsOf(onPhone)).toEqual(['email', 'phone']);
    expect(reasonsOf(another)).toEqual(['dossier', 'text']);
    expect(found.map(({ score }) => score)).toEqual(found.map(({ score }) => score).sort((a, b) => b - a));
    expect(found.every(({ score }) => score > 0 && score <= 1)).toBe(true);
    expect(found.map(({ code }) => code)).not.toContain(first);
  });

  test('an agency is shown nothing of cases in which it takes no part, a submitter is not shown any', async () => {
    const code = await inHandling(people);
    await submitted(people.citizen);
    expect((await similarTo(code)).length).toBeGreaterThan(0);
    const shown = await similarTo(code, people.officer);
    for (const similar of shown) expect((await people.officer.get(`/v1/cases/${similar.code}`)).status).toBe(200);
    expect((await people.otherOfficer.get(`/v1/cases/${code}/similar`)).status).toBe(403);
    expect((await people.citizen.get(`/v1/cases/${code}/similar`)).status).toBe(403);
  });
});

describe('S5: one answer closes all that are linked', () => {
  test('each duplicate is answered and each submitter told; one that has gone its own way is left', async () => {
    const { reception, citizen, head } = people;
    const principal = await inHandling(people);
    const neighbour = await service.newcomer();
    const duplicate = await submitted(neighbour, text);
    const ofDuplicate = await submitted(reception, { ...text, channel: 'phone', submitter: { phone: '0912 000 000' } });
    const followUp = await submitted(citizen, text);
    const withdrawn = await submitted(neighbour, text);

    await act(reception, duplicate, 'link', { kind: 'duplicate', to: principal, reason: 'Cùng nội dung.' });
    await act(reception, ofDuplicate, 'link', { kind: 'duplicate', to: duplicate });
    await act(reception, followUp, 'link', { kind: 'follow_up', to: principal });
    await act(reception, withdrawn, 'link', { kind: 'duplicate', to: principal });
    await act(neighbour, withdrawn, 'withdraw');
    const state = await reception.get(`/v1/cases/${duplicate}/state`);
    expect(state.body).toMatchObject({ link: { kind: 'duplicate', to: principal } });
    const listed = await reception.get(`/v1/cases?linkedTo=${principal}&duplicate=true&open=true`);
    expect(listed.body.items).toMatchObject([{ code: duplicate, link: { kind: 'duplicate', to: principal } }]);

    const early = await reception.post(`/v1/cases/${duplicate}/answerJointly`);
    expect(early).toMatchObject({ status: 422, body: { errors: [{ code: 'notPublished' }] } });

    await act(head, principal, 'answer', { text: 'Đã sửa.' });
    await act(reception, principal, 'publish', {
      forms: ['portal'],
      text: 'Đoạn đường đã được sửa.',
      answerLinked: true,
    });
    for (const code of [duplicate, ofDuplicate])
      await eventually(
        () => readBy(reception, code),
        ({ status }) => status === 'published'
      );

    expect(await readBy(neighbour, duplicate)).toMatchObject({ answer: 'Đoạn đường đã được sửa.', link: null });
    expect((await neighbour.get(`/v1/cases/${duplicate}/notices`)).body).toMatchObject({
      items: [{ template: 'received' }, { template: 'published' }],
    });
    const history = await neighbour.get(`/v1/cases/${duplicate}/events`);
    expect(JSON.stringify(history.body)).not.toContain(principal);
    expect((await typesOf(people.reception, principal)).filter((type) => type === 'publish')).toHaveLength(1);
    expect(await typesOf(people.reception, duplicate)).toEqual(['submit', 'link', 'answerJointly']);
    expect((await readBy(reception, followUp)).status).toBe('received');
    expect((await readBy(reception, withdrawn)).status).toBe('withdrawn');
    expect((await neighbour.post(`/v1/cases/${duplicate}/dispute`, { reason: 'Vẫn chưa sửa.' })).status).toBe(200);
  });

  test('whoever follows a duplicate is led to the answer that was published for all, as long as it is public', async () => {
    const { reception, head } = people;
    const principal = await inHandling(people);
    const neighbour = await service.newcomer();
    const duplicate = await submitted(neighbour, text);
    await act(reception, duplicate, 'link', { kind: 'duplicate', to: principal });
    await act(head, principal, 'answer', { text: 'Đã sửa.' });
    await act(reception, principal, 'publish', { forms: ['portal'], text: 'Đã sửa xong.', answerLinked: true });
    const tracked = (code: string) => service.stranger.get(`/v1/track/${code}`);
    const { body } = await eventually(
      () => tracked(duplicate),
      (answer) => answer.body.status === 'published'
    );
    const { publication } = (await tracked(principal)).body as { publication: string };
    expect(body).toMatchObject({ publication, publishedAt: expect.stringMatching(/^20/) });
    expect((await service.stranger.get(`/v1/public/cases/${publication}`)).body.answer).toBe('Đã sửa xong.');
    expect((await neighbour.get(`/v1/cases/${duplicate}`)).body.published).toMatchObject({
      number: publication,
      at: (body as { publishedAt: string }).publishedAt,
      answer: 'Đã sửa xong.',
    });

    const toldOf = (count: number) =>
      eventually(
        async () => {
          const { items } = (await neighbour.get(`/v1/cases/${duplicate}/notices`)).body as {
            items: { template: string }[];
          };
          return items.map(({ template }) => template).slice(2);
        },
        ({ length }) => length >= count
      );
    await act(reception, principal, 'unpublish', { reason: 'Đăng nhầm.' });
    expect(await toldOf(1)).toEqual(['unpublished']);
    expect((await tracked(duplicate)).body).toMatchObject({ publication: null, publishedAt: null });
    const request = () => service.stranger.get(`/open311/v2/requests/${duplicate}.json`);
    expect((await request()).body).toMatchObject([{ status: 'closed', status_notes: statusNames.published }]);
    expect((await neighbour.get(`/v1/cases/${duplicate}`)).body).toMatchObject({
      published: null,
      answer: 'Đã sửa xong.',
    });
    await act(reception, principal, 'republish', { text: 'Đã sửa xong ngày hôm qua.' });
    expect((await tracked(duplicate)).body).toMatchObject({ publication });
    expect((await request()).body).toMatchObject([{ status_notes: 'Đã sửa xong ngày hôm qua.' }]);
    expect((await neighbour.get(`/v1/cases/${duplicate}`)).body.published).toMatchObject({
      answer: 'Đã sửa xong ngày hôm qua.',
    });
    expect(await toldOf(2)).toEqual(['unpublished', 'republished']);
    const { items } = (await neighbour.get(`/v1/cases/${duplicate}/events`)).body as { items: { seq: number }[] };
    expect(items.slice(-3)).toMatchObject([
      { type: 'answerJointly', replacedBy: items.at(-1)?.seq },
      { type: 'jointAnswerChanged', data: { change: 'withdrawn' }, by: { role: 'service' }, replacedBy: null },
      { type: 'jointAnswerChanged', data: { change: 'corrected', text: 'Đã sửa xong ngày hôm qua.' } },
    ]);
    // Why it was taken back is told to the submitter whom it may concern.
    for (const hidden of [principal, 'Đăng nhầm.']) expect(JSON.stringify(items)).not.toContain(hidden);
  });

  test('the earliest receipt carries the answer, and what comes after its publication may still have it', async () => {
    const { reception, head } = people;
    const principal = await inHandling(people);
    const late = await submitted(people.citizen, text);
    expect(await reception.post(`/v1/cases/${principal}/link`, { kind: 'duplicate', to: late })).toMatchObject({
      status: 422,
      body: { errors: [{ path: '/to', code: 'notEarlier' }] },
    });
    expect(await reception.post(`/v1/cases/${late}/link`, { kind: 'duplicate', to: late })).toMatchObject({
      status: 422,
      body: { errors: [{ path: '/to', code: 'itself' }] },
    });
    expect(
      await reception.post(`/v1/cases/${late}/link`, { kind: 'duplicate', to: 'PAKN-2601-AAAA-BBBB-CCCC' })
    ).toMatchObject({ status: 422, body: { errors: [{ path: '/to', code: 'unknown' }] } });
    await act(head, principal, 'answer', { text: 'Đã sửa.' });
    await act(reception, principal, 'publish', { forms: ['portal'], text: 'Đã sửa xong cho một người.' });
    await act(reception, late, 'link', { kind: 'duplicate', to: principal });
    expect(await reception.post(`/v1/cases/${late}/link`, { kind: 'duplicate', to: principal })).toMatchObject({
      status: 409,
      body: { type: 'already-linked' },
    });
    await act(reception, principal, 'unpublish', { reason: 'Nêu một người.' });
    expect(await reception.post(`/v1/cases/${late}/answerJointly`)).toMatchObject({
      status: 422,
      body: { errors: [{ code: 'notPublished' }] },
    });
    await act(reception, principal, 'republish', { text: 'Đã sửa xong.' });
    expect(await act(reception, late, 'answerJointly')).toMatchObject({ status: 'published', answer: 'Đã sửa xong.' });
  });

  test('a link is undone with a reason, which stands on record beside it', async () => {
    const { reception } = people;
    const one = await submitted(people.citizen, text);
    const other = await submitted(people.citizen, petition(text));
    await act(reception, other, 'link', { kind: 'duplicate', to: one });
    expect(await act(reception, other, 'unlink', { reason: 'Khác địa điểm.' })).toMatchObject({ link: null });
    expect(await typesOf(people.reception, other)).toEqual(['submit', 'link', 'unlink']);
    expect((await reception.post(`/v1/cases/${other}/unlink`, { reason: 'Khác.' })).body.type).toBe('not-linked');
  });
});
