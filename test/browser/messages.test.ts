import { MockActivityEnvironment } from '@temporalio/testing';
import { createSendDigests } from '../../activities/digests';
import { openDatabase } from '../../db/database';
import { eventually } from '../support/eventually';
import { startMailServer, type MailServer } from '../support/mailServer';
import { noChannels } from '../support/messaging';
import { pauseScheduled } from '../support/schedule';
import { act, LEAD, peopleOf, submitted, type People } from '../api/support/people';
import { press } from './support/acting';
import { looksRight } from './support/looksRight';
import { setStage, type Stage } from './support/stage';

let mails: MailServer;
let stage: Stage;
let people: People;

beforeAll(async () => {
  mails = await startMailServer();
  stage = await setStage({
    env: {
      SMTP_URL: `smtp://127.0.0.1:${String(mails.port)}?ignoreTLS=true`,
      MAIL_FROM: 'PAKN <pakn@province.example>',
    },
  });
  await pauseScheduled(`morning-digest/${stage.service.taskQueue}`);
  people = await peopleOf(stage.service);
});

afterAll(async () => {
  await stage.close();
  await mails.stop();
});

const EMAIL = 'nguoigui@example.vn';

/** The first link to a page in a message to somebody that tells of a subject. */
async function linkIn(to: string, subject: string, page: string): Promise<string> {
  const start = `${stage.service.address}/${page}`;
  const found = await eventually(
    () => {
      const messages = mails.received.filter(
        ({ to: reader, mail }) => reader === to && mail.subject?.includes(subject)
      );
      const links = messages.flatMap(({ mail }) => (mail.text ?? '').split(/\s/));
      return Promise.resolve(links.find((word) => word.startsWith(start)));
    },
    (link) => link !== undefined
  );
  return found!.slice(stage.service.address.length);
}

test('R6.2: the link in a message leads its reader to what is asked of them, and staff to the case', async () => {
  const code = await submitted(people.citizen, { title: 'Thiếu tên đường' });
  await act(people.reception, code, 'requestInfo', { question: 'Xin cho biết tên đường.' });
  const page = await stage.open(await linkIn(EMAIL, 'bổ sung', 'track/'), { width: 360 });
  await page.getByRole('heading', { level: 1, name: `Hồ sơ ${code}` }).waitFor();
  await looksRight(page);
  await page.getByRole('main').getByRole('link', { name: 'Bổ sung thông tin' }).click();
  await page.getByLabel('Thư điện tử').fill('citizen@example.vn');
  await page.getByLabel('Mật khẩu', { exact: true }).fill(stage.service.password);
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { name: 'Cơ quan đề nghị bạn bổ sung' }).waitFor();
  await page.getByLabel('Nội dung bổ sung').waitFor();

  await act(people.citizen, code, 'supplyInfo', { text: 'Đường số 5.' });
  await act(people.reception, code, 'forward', { lead: LEAD });
  const desk = await stage.openAs(`lead.${LEAD}`, await linkIn(`lead.${LEAD}@example.vn`, code, 'cases/'));
  await desk.getByRole('heading', { level: 1, name: 'Thiếu tên đường' }).waitFor();
  expect(new URL(desk.url()).pathname).toBe(`/inbox/${code}`);
});

/** The digest of a morning, as it stands in somebody's mailbox. */
async function digestTo(mailbox: string): Promise<string> {
  const { db, close } = openDatabase(stage.service.databaseUrl, { max: 1 });
  const told = new Map<string, string>();
  const send = ({ to, body }: { readonly to: string; readonly body: string }) => {
    told.set(to, body);
    return Promise.resolve({ result: 'accepted' as const });
  };
  const messaging = { ...noChannels, channels: { email: { repeatable: true, send } } };
  const morning = '2026-10-06T07:30:00.000+07:00';
  await new MockActivityEnvironment().run(createSendDigests({ db, messaging }), morning).finally(close);
  return told.get(mailbox) ?? '';
}

test('R10.1: the link in a morning digest leads to what waits for its reader', async () => {
  const title = 'Hồ sơ của buổi sáng';
  const code = await submitted(people.citizen, { title });
  await act(people.reception, code, 'forward', { lead: LEAD });
  const digest = await digestTo(`lead.${LEAD}@example.vn`);
  expect(digest).toContain(title);
  const [, path] = /^https?:\/\/[^/]+(\/\S*)$/m.exec(digest)!;
  const page = await stage.openAs(`lead.${LEAD}`, path!);
  await page.getByRole('heading', { level: 1, name: 'Việc cần xử lý' }).waitFor();
  await page.getByText(title).first().waitFor();
});

test('R1.3: whoever holds the link of a message chooses language and messages, and so does whoever is signed in', async () => {
  const code = await submitted(people.citizen, { title: 'Chọn thông báo' });
  const page = await stage.open(await linkIn(EMAIL, code, 'message-preferences'), { width: 360 });
  await page.getByRole('checkbox', { name: 'Thời hạn thay đổi', checked: true }).uncheck();
  await page.getByRole('radio', { name: 'English' }).check();
  await looksRight(page);
  await page.getByRole('button', { name: 'Lưu lựa chọn' }).click();
  await page.getByText('Đã lưu lựa chọn của bạn.').waitFor();
  await page.reload();
  await page.getByRole('checkbox', { name: 'Thời hạn thay đổi', checked: false }).waitFor();
  await page.getByRole('radio', { name: 'English', checked: true }).waitFor();
  await page.goto('/message-preferences');
  await page.getByRole('main').getByRole('link', { name: 'Đăng nhập' }).waitFor();
  await looksRight(page);

  const officer = await stage.openAs(`officer.${LEAD}`, '/message-preferences');
  await officer.getByRole('checkbox', { name: 'Tổng hợp công việc mỗi sáng' }).waitFor();
  await looksRight(officer);
  // Whoever comes back finds what they chose, and takes none of it back.
  await officer.getByRole('radio', { name: 'English' }).check();
  await officer.getByRole('button', { name: 'Lưu lựa chọn' }).click();
  await officer.getByText('Đã lưu lựa chọn của bạn.').waitFor();
  await officer.getByRole('navigation').getByRole('link', { name: 'Việc cần xử lý' }).click();
  await officer.getByRole('heading', { level: 1, name: 'Việc cần xử lý' }).waitFor();
  await officer.goBack();
  await officer.getByRole('radio', { name: 'English', checked: true }).waitFor();
  await officer.getByRole('radio', { name: 'Tiếng Việt' }).check();
  await officer.getByRole('button', { name: 'Lưu lựa chọn' }).click();
  await officer.getByText('Đã lưu lựa chọn của bạn.').waitFor();
});

test('S6: where no message arrives, a letter is left to people, on their list and on the case', async () => {
  const mailbox = 'khong-con@example.org';
  mails.refuse(mailbox, '550 5.1.1 no such mailbox');
  const person = { name: 'Người gửi', address: 'Phường Trung tâm', phone: '0900 000 000', email: mailbox };
  // Who has no account has chosen no other language.
  const code = await submitted(people.reception, {
    channel: 'phone',
    title: 'Không gửi được thư',
    submitter: person,
  });
  await eventually(
    async () => (await people.reception.get('/v1/notice-tasks')).body.items as { caseCode: string; kind: string }[],
    (tasks) => tasks.some(({ caseCode, kind }) => caseCode === code && kind === 'letter')
  );
  const page = await stage.openAs('reception', `/inbox/${code}`);
  const section = page.getByRole('region', { name: 'Người gửi chưa được thông báo' });
  await section
    .getByRole('button', { name: `Đã gửi thư: ${code}` })
    .first()
    .waitFor();
  await page
    .getByText(/lần gửi/)
    .first()
    .click();
  await page
    .getByText(/thư điện tử: bị từ chối/)
    .first()
    .waitFor();
  await looksRight(page);
  await page.goto('/letters');
  await page
    .getByRole('button', { name: `Đã gửi thư: ${code}` })
    .first()
    .click();
  const form = page.getByRole('group', { name: `Đã gửi thư: ${code}` });
  // The letter need not be composed anew: whom it goes to and what it says stand there.
  await form.getByText('Phường Trung tâm').waitFor();
  await form.getByText(`Đã nhận phản ánh, kiến nghị ${code}`).waitFor();
  await form.getByText('Chúng tôi đã nhận được phản ánh, kiến nghị của Ông/Bà').waitFor();
  await form.getByRole('button', { name: 'Sao chép nội dung' }).waitFor();
  await looksRight(page);
  await press(form, 'Hủy');
  await page
    .getByRole('button', { name: `Đã gửi thư: ${code}` })
    .first()
    .click();
  await page.getByRole('textbox', { name: 'Số công văn' }).fill('12/VP');
  // Somebody was first: what is done already leaves the page.
  await page.route('**/v1/notice-tasks/*/letter', (route) => route.fetch().then(() => route.continue()), { times: 1 });
  await page.getByRole('button', { name: 'Ghi nhận thư đã gửi' }).click();
  await page.getByRole('textbox', { name: 'Số công văn' }).waitFor({ state: 'detached' });

  // Nobody knows another mailbox: that ends the other task.
  await page.getByRole('button', { name: `Sửa địa chỉ: ${code}` }).click();
  const mending = page.getByRole('group', { name: `Sửa địa chỉ: ${code}` });
  await mending.getByRole('button', { name: 'Không có địa chỉ khác' }).click();
  await looksRight(page);
  await mending.getByRole('textbox', { name: 'Lý do' }).fill('Không còn cách nào khác.');
  await mending.getByRole('button', { name: 'Kết thúc việc này' }).click();
  await mending.waitFor({ state: 'detached' });

  await page.goto(`/inbox/${code}`);
  const told = page.getByRole('listitem').filter({ hasText: /^Người gửi: Đã tiếp nhận phản ánh, kiến nghị/ });
  await told.filter({ hasText: 'thư số 12/VP ngày' }).waitFor();
  await told.getByText('Nội dung', { exact: true }).click();
  await told.getByText(`Đã nhận phản ánh, kiến nghị ${code}`).waitFor();
  await looksRight(page);
});

test('S6: a number that an officer mended is the one to call, beside the one that the submitter gave', async () => {
  const mailbox = 'khong-dung@example.org';
  mails.refuse(mailbox, '550 5.1.1 no such mailbox');
  const person = { name: 'Người gửi', address: 'Phường Trung tâm', phone: '0900 000 000', email: mailbox };
  const code = await submitted(people.citizen, { title: 'Không gọi được', submitter: person });
  await eventually(
    async () => (await people.reception.get('/v1/notice-tasks')).body.items as { caseCode: string; kind: string }[],
    (tasks) => tasks.some(({ caseCode, kind }) => caseCode === code && kind === 'address')
  );
  const page = await stage.openAs('reception', `/inbox/${code}`);
  const submitter = page.getByRole('region', { name: 'Người gửi', exact: true });
  await submitter.getByRole('link', { name: '0900 000 000' }).waitFor();
  await page.getByRole('button', { name: `Sửa địa chỉ: ${code}` }).click();
  const form = page.getByRole('group', { name: `Sửa địa chỉ: ${code}` });
  await form.getByRole('textbox', { name: 'Điện thoại' }).fill('0905 111 222');
  await form.getByRole('button', { name: 'Lưu và gửi lại' }).click();
  await submitter.getByRole('link', { name: '0905 111 222' }).waitFor();
  await submitter.getByText(/^đã sửa ngày .*; người gửi ghi 0900 000 000$/).waitFor();
  await looksRight(page);
  // Both tell who the submitter is, where it is decided what goes out (R9.1).
  await page.goto(`/inbox/${code}?act=publish`);
  await page.getByText(/0900 000 000 .* 0905 111 222/).waitFor();
});

test('a forgotten password is set anew through the link that comes by mail, and the old one opens nothing', async () => {
  const email = `officer.${LEAD}@example.vn`;
  const page = await stage.open('/forgot-password');
  await page.getByLabel('Thư điện tử').fill(email);
  await page.keyboard.press('Enter');
  await page.getByText('Nếu thư điện tử này có tài khoản').waitFor();
  await page.goto(await linkIn(email, '', 'reset-password'));
  await page.getByLabel('Mật khẩu mới').fill('một mật khẩu mới đủ dài');
  await page.keyboard.press('Enter');
  await page.getByText('Mật khẩu mới đã được đặt.').waitFor();
  await page.getByRole('main').getByRole('link', { name: 'Đăng nhập' }).click();
  const signIn = async (password: string) => {
    await page.getByLabel('Thư điện tử').fill(email);
    await page.getByLabel('Mật khẩu', { exact: true }).fill(password);
    await page.keyboard.press('Enter');
  };
  await signIn(stage.service.password);
  await page.getByRole('alert').getByText('Thư điện tử hoặc mật khẩu không đúng.').waitFor();
  await signIn('một mật khẩu mới đủ dài');
  await page.getByRole('heading', { level: 1, name: 'Việc cần xử lý' }).waitFor();
});
