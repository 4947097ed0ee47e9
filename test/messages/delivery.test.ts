import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { inArray } from 'drizzle-orm';
import express from 'express';
import { accounts } from '../../accounts/schema';
import type { Messaging } from '../../messages/messaging';
import type { ApiContext } from '../../api/context';
import { noticeTaskRoutes } from '../../api/routes/noticeTasks';
import { attemptsOf, type AttemptRow } from '../../db/attempts';
import { findCase } from '../../db/cases';
import { addNotices, noticesOf } from '../../db/notices';
import { closeTasks, tasksOf } from '../../db/noticeTasks';
import { recordEvents } from '../../db/record';
import { seedVersions } from '../../db/registers';
import { seedLaw } from '../../db/seed';
import { createNoticeDeliveries, type NoticeDeliveries } from '../../starters/noticeDeliveries';
import type { Command } from '../../domain/case';
import { effectsOf, type NoticeTemplate } from '../../domain/effects';
import { stepsOf } from '../../domain/evolve';
import type { ActionInputs, Submission } from '../../domain/inputs';
import type { Actor } from '../../domain/roles';
import type { Instant } from '../../domain/time';
import { bounceOf } from '../../messages/bounce';
import { openChannels } from '../../messages/channels';
import { createReceipts, type Receipts } from '../../messages/receipts';
import { wakeMended, wakeUndelivered } from '../../recovery/undelivered';
import { deliveryWorkflowId } from '../../workflows/noticeDeliveryMessages';
import { caseWorkflowId } from '../../workflows/messages';
import { useCases } from '../support/caseRig';
import { decided } from '../support/decided';
import { deliveryOver, wakingAtRest } from '../support/deliveriesAtRest';
import { eventually } from '../support/eventually';
import { freePort } from '../support/freePort';
import { faultless } from '../support/inputs';
import { at, law } from '../support/law';
import { waitersFor, waitingFor } from '../support/locks';
import { startMailServer, type MailServer } from '../support/mailServer';
import {
  answerJson,
  deliveryStatus,
  keyring,
  messagesConfig,
  noChannels,
  startProvider,
  type Provider,
} from '../support/messaging';
import { head, LEAD, leadership, officer, OTHER, reception, submitter } from '../support/people';
import type { TestCase } from '../support/testCase';

/** Filled once the servers' ports are known; the worker is given it before. */
const messaging: { -readonly [K in keyof Messaging]: Messaging[K] } = { ...noChannels };

type Around = (make: () => Promise<void>) => Promise<void>;
const plainly: Around = (make) => make();

/** What happens around the next try to send a message. */
let aroundNextTry = plainly;

/** The case whose record is written as by a worker that ended before the server learnt of it: once more. */
let writtenAgain: string | null = null;

const cases = useCases({
  messaging,
  activities: (real) => ({
    ...real,
    record: async (batch) => {
      const written = await real.record(batch);
      return batch.code === writtenAgain ? real.record(batch) : written;
    },
    sendMessage: (way, at) => {
      const around = aroundNextTry;
      aroundNextTry = plainly;
      return around(() => real.sendMessage(way, at));
    },
  }),
});

let mailPort: number;
let mails: MailServer;
let gateway: Provider;
let zalo: Provider;
let receipts: Receipts;
let now: Instant;

beforeAll(async () => {
  mailPort = await freePort();
  mails = await startMailServer(mailPort);
  // It delivers, and hangs up in place of saying so.
  gateway = await startProvider((_request, response) => response.socket?.destroy());
  zalo = await startProvider(({ path }, response) => {
    const token = { access_token: 'access', refresh_token: 'next', expires_in: '90000' };
    answerJson(response, path === '/message/template' ? { error: 0, data: { msg_id: 'z1' } } : token);
  });
  const config = messagesConfig({
    SMTP_URL: `smtp://127.0.0.1:${String(mailPort)}?ignoreTLS=true`,
    MAIL_FROM: 'Phản ánh, kiến nghị <phananh@province.example>',
    SMS_GATEWAY_URL: gateway.url,
    SMS_SENDER: 'PAKN',
    ZALO_APP_ID: 'app',
    ZALO_APP_SECRET: 'app secret',
    ZALO_REFRESH_TOKEN: 'first',
    ZALO_TEMPLATES: 'progress:1001,published:1002',
    ZALO_API_URL: zalo.url,
    ZALO_OAUTH_URL: zalo.url,
  });
  const { db } = cases.database;
  const facts = { name: 'Sở Xây dựng', nameEn: 'Department of Construction', needsApproval: true, successor: null };
  await seedVersions(db, [{ register: 'agency', code: LEAD, effectiveFrom: '2020-01-01', facts }]);
  const { channels } = openChannels({ config, db, keyring, log: console, onSmppReceipt: () => Promise.resolve() });
  Object.assign(messaging, { channels, config });
});

afterAll(async () => {
  await mails.stop();
  await gateway.stop();
  await zalo.stop();
});

const deliveries = () =>
  wakingAtRest(
    createNoticeDeliveries({ client: cases.temporal, taskQueue: cases.taskQueue, clock: cases.clock }),
    cases.temporal
  );

async function begin(when: string): Promise<void> {
  await cases.startAt(at(when));
  now = at(when);
  receipts = createReceipts({
    db: cases.database.db,
    deliveries: deliveries(),
    now: () => now,
  });
}

/** To be called with no full hour while a provider is away: it is tried then, and what is due at the moment itself is under way. */
async function until(moment: string): Promise<void> {
  now = at(moment);
  await cases.sleepUntil(now);
}

/** A case that the Office entered for somebody who has nothing but a mailbox. */
const submittedBy = (email: string) => submittedWith({ phone: null, email });

/** The same for somebody who has nothing but a telephone. */
const submittedByTelephone = () => submittedWith({ phone: '0900 111 222', email: null });

const submittedWith = (
  reach: Pick<Submission['submitter'], 'phone' | 'email'>,
  channel: Submission['channel'] = 'phone'
) =>
  cases.submit(
    { channel, account: null, submitter: { name: 'Người gửi', address: 'Phường Kon Tum', ...reach } },
    { by: reception }
  );

const mailsTo = (mailbox: string) => mails.received.filter(({ to }) => to === mailbox);

/** How it stands with what the submitter is told under a template: `email accepted, sms unknown`. */
async function told(aCase: TestCase, template: NoticeTemplate) {
  const { db } = cases.database;
  const notice = (await noticesOf(db, aCase.code)).find(
    (row) => row.template === template && row.recipientKind === 'submitter'
  );
  const ofNotice = (row: { seq: number; ordinal: number }) => row.seq === notice?.seq && row.ordinal === notice.ordinal;
  const attempts = (await attemptsOf(db, aCase.code)).filter(ofNotice);
  return {
    seq: notice?.seq,
    status: notice?.status,
    attempts,
    results: attempts.map(({ channel, result }) => `${channel} ${result}`).sort(),
    tasks: (await tasksOf(db, aCase.code)).filter(ofNotice).map(({ kind, closedAt }) => [kind, closedAt === null]),
  };
}

const standsAt = (aCase: TestCase, template: NoticeTemplate, ...results: string[]) =>
  eventually(
    () => told(aCase, template),
    (standing) => standing.status !== 'pending' && standing.results.join() === results.join()
  );

/** The mail server was away when it was first tried, and not only when the time that a story lets pass was over. */
const tried = (aCase: TestCase, template: NoticeTemplate) =>
  eventually(
    () => told(aCase, template),
    ({ results }) => results.includes('email unavailable')
  );

/** While it is done nothing that is left to people can be put on record. */
const withoutTasks: Around = async (work) => {
  const { sql } = cases.database;
  await sql`alter table notice_tasks add constraint refusing check (false) not valid`;
  await work().finally(() => sql`alter table notice_tasks drop constraint refusing`);
};

const bounce = async (messageId: string) => {
  const read = await bounceOf(Buffer.from(deliveryStatus(`<${messageId}@province.example>`)));
  await receipts.take({ channel: 'email', messageId: read!.messageId, result: 'bounced', detail: read!.status });
};

/** Reception settles what is left to people about a notice to the submitter; answers the status of HTTP. */
async function settled(
  { code }: TestCase,
  kind: 'letter' | 'address',
  body: object,
  by: Pick<NoticeDeliveries, 'wake'> = deliveries(),
  template = 'received'
): Promise<number> {
  const { db } = cases.database;
  const { seq } = (await noticesOf(db, code)).find((notice) => notice.template === template)!;
  const { id } = (await tasksOf(db, code)).find((task) => task.kind === kind && task.seq === seq)!;
  const context = { db, now: () => now, messages: { deliveries: by }, log: { error: () => undefined } };
  const app = express()
    .use(express.json(), (_request, response, next) => {
      response.locals['principal'] = { ...reception, via: 'session' };
      next();
    })
    .use(noticeTaskRoutes(context as unknown as ApiContext));
  const server = app.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  const { status } = await fetch(`http://127.0.0.1:${String(port)}/v1/notice-tasks/${String(id)}/${kind}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });
  server.close();
  return status;
}

/** People of the administration, each with a mailbox named by their account, for as long as something is done. */
async function withStaff(people: readonly Actor[], work: () => Promise<void>): Promise<void> {
  const { db } = cases.database;
  await db
    .insert(accounts)
    .values(people.map(({ id, role, agency }) => ({ id, email: `${id}@example.vn`, name: id, role, agency })));
  await work().finally(() =>
    db.delete(accounts).where(
      inArray(
        accounts.id,
        people.map(({ id }) => id)
      )
    )
  );
}

/** What a mailbox was told of a case, in order. */
const subjectsOf = (mailbox: string, { code }: TestCase) =>
  mailsTo(mailbox).flatMap(({ mail: { subject } }) => (subject?.includes(code) === true ? [subject] : []));

test('R1.3: a mail server that is down for the first hour gets every message of a life once, whoever it is for', async () => {
  await mails.stop();
  await begin('2026-10-05 09:00');
  await withStaff([reception, head, officer], async () => {
    const mailbox = 'dung-mot-lan@example.org';
    const aCase = await submittedBy(mailbox);
    await aCase.act(reception, 'forward');
    await aCase.act(head, 'assign');
    await aCase.act(officer, 'reportProgress');
    await aCase.act(officer, 'propose');
    for (const template of ['received', 'forwarded', 'progress'] as const) await tried(aCase, template);
    await until('2026-10-05 10:00');
    mails = await startMailServer(mailPort);
    await until('2026-10-05 12:00');
    for (const template of ['received', 'forwarded', 'progress'] as const)
      await eventually(
        () => told(aCase, template),
        ({ status }) => status === 'sent'
      );
    await aCase.act(head, 'answer');
    await aCase.act(reception, 'publish');
    await until('2026-10-27 08:00');
    expect((await aCase.state()).status).toBe('closed');

    const { code } = aCase;
    expect(subjectsOf(mailbox, aCase).sort()).toEqual([
      `Kết quả xử lý phản ánh, kiến nghị ${code}`,
      `Phản ánh, kiến nghị ${code} đã được chuyển đến Sở Xây dựng`,
      `Tiến độ xử lý phản ánh, kiến nghị ${code}`,
      `Đã nhận phản ánh, kiến nghị ${code}`,
    ]);
    expect(subjectsOf('clerk@example.vn', aCase).sort()).toEqual([
      `Phản ánh, kiến nghị mới: ${code}`,
      `Đã có trả lời: ${code}`,
    ]);
    expect(subjectsOf('head-of-transport@example.vn', aCase).sort()).toEqual([
      `Chờ phê duyệt: ${code}`,
      `Phản ánh, kiến nghị mới: ${code}`,
    ]);
    expect(subjectsOf('officer-of-transport@example.vn', aCase)).toEqual([`Được phân công: ${code}`]);
    expect(textOf(mailbox, aCase, 'Kết quả')).toMatch(/công khai ngày 05\/10\/2026.*đến hết ngày 26\/10\/2026/s);
  });
});

/** The body of the latest message to a mailbox whose subject tells of a case and has these words. */
const textOf = (mailbox: string, { code }: TestCase, words: string) =>
  mailsTo(mailbox).findLast(({ mail: { subject } }) => subject?.includes(code) === true && subject.includes(words))
    ?.mail.text;

test('R6.1: a mail server that stays away for a working day leaves a letter, which nobody needs once it is back', async () => {
  await mails.stop();
  await begin('2026-10-05 09:00');
  const aCase = await submittedBy('vang-lau@example.org');
  const byLetter = await submittedBy('da-co-thu@example.org');
  for (const waiting of [aCase, byLetter]) await tried(waiting, 'received');
  await until('2026-10-06 08:30');
  expect(await told(aCase, 'received')).toMatchObject({ status: 'pending', tasks: [] });
  await until('2026-10-06 11:30');
  for (const waiting of [aCase, byLetter])
    await eventually(
      () => told(waiting, 'received'),
      ({ status, tasks }) => status === 'failed' && tasks.length > 0
    );
  const { db } = cases.database;
  const [letter] = await tasksOf(db, byLetter.code);
  await closeTasks(db, [letter!.id], { at: now, by: reception.id, sentOn: '2026-10-06', number: '1/VP', note: null });
  mails = await startMailServer(mailPort);
  await until('2026-10-06 13:30');
  const { tasks } = await eventually(
    () => told(aCase, 'received'),
    ({ status }) => status === 'sent'
  );
  expect(tasks).toEqual([['letter', false]]);
  await eventually(
    () => told(byLetter, 'received'),
    ({ status }) => status === 'sent'
  );
  expect(mailsTo('da-co-thu@example.org')).toEqual([]);
  for (const each of [aCase, byLetter]) await each.act(reception, 'withdraw');
});

test('S2, S6: that a reply is missing is told neither by message nor by letter once it has come, also after an outage', async () => {
  await begin('2026-10-09 17:00');
  const mailbox = 'tra-loi-khi-mat-ket-noi@example.org';
  const aCase = await submittedBy(mailbox);
  await aCase.act(reception, 'requestInfo');
  await until('2026-10-26 07:00');
  await mails.stop();
  await until('2026-10-26 09:00');
  await tried(aCase, 'info_lapsed');
  await until('2026-10-27 11:30');
  await eventually(
    () => told(aCase, 'info_lapsed'),
    ({ status, tasks }) => status === 'failed' && tasks.length > 0
  );
  await aCase.act(reception, 'supplyInfo');
  mails = await startMailServer(mailPort);
  await until('2026-10-27 13:30');
  await eventually(
    () => told(aCase, 'info_supplied'),
    ({ results }) => results.includes('email accepted')
  );
  const { tasks } = await eventually(
    () => told(aCase, 'info_lapsed'),
    ({ status }) => status === 'muted'
  );
  expect(tasks).toEqual([['letter', false]]);
  expect(textOf(mailbox, aCase, 'Đã hết hạn')).toBeUndefined();
  await aCase.act(reception, 'withdraw');
});

test('S5: one answer to what came three ways is told to each submitter by their own channel too', async () => {
  await begin('2026-10-05 09:00');
  const first = await cases.submit();
  const byPhone = await submittedWith({ phone: '0900 111 333', email: null });
  const byZalo = await submittedWith({ phone: '0900 111 444', email: 'qua-zalo@example.org' }, 'zalo');
  const { receivedAt } = await first.state();
  const linked = [byPhone, byZalo];
  for (const aCase of linked)
    await aCase.act(reception, 'link', { input: { kind: 'duplicate', to: first.code, receivedAt, reason: null } });
  await first.act(reception, 'forward');
  await first.act(head, 'assign');
  await first.act(head, 'answer');
  await first.act(reception, 'publish', { input: { linked: linked.map(({ code }) => code) } });
  await standsAt(first, 'published', 'email accepted', 'sms unknown');
  await standsAt(byPhone, 'published', 'sms unknown', 'zalo accepted');
  await standsAt(byZalo, 'published', 'email accepted', 'sms unknown', 'zalo accepted');
  // Zalo has no template for it.
  await standsAt(byZalo, 'received', 'email accepted', 'sms unknown');
  await until('2026-10-27 08:00');
});

test('S5: what becomes of the common answer is told to each submitter whose answer it is, once, also where their case has ended', async () => {
  await begin('2026-10-05 09:00');
  // By which a case goes on that has ended.
  await seedLaw(cases.database.db, now);
  const principal = await cases.submit();
  const mailboxes = ['da-dong@example.org', 'con-mo@example.org', 'tra-loi-rieng@example.org'] as const;
  const [closed, open, own] = [
    await submittedBy(mailboxes[0]),
    await submittedBy(mailboxes[1]),
    await submittedBy(mailboxes[2]),
  ];
  const { receivedAt } = await principal.state();
  for (const aCase of [closed, open, own])
    await aCase.act(reception, 'link', { input: { kind: 'duplicate', to: principal.code, receivedAt, reason: null } });
  await principal.act(reception, 'forward');
  await principal.act(head, 'assign');
  await principal.act(head, 'answer');
  writtenAgain = principal.code;
  await principal.act(reception, 'publish', { input: { linked: [closed.code, own.code] } });
  await standsAt(closed, 'published', 'email accepted');
  await standsAt(own, 'published', 'email accepted');
  await own.act(reception, 'republish');
  await until('2026-10-12 09:00');
  await open.act(reception, 'answerJointly', { input: { principal: principal.code } });
  await until('2026-10-27 09:00');
  // Whoever waits for a result makes time pass here.
  const runs = ({ code }: TestCase) => cases.temporal.workflow.getHandle(caseWorkflowId(code)).describe();
  for (const aCase of [principal, closed])
    await eventually(
      () => runs(aCase),
      ({ status }) => status.name === 'COMPLETED'
    );
  expect((await runs(open)).status.name).toBe('RUNNING');

  const onPrincipal = async <A extends 'unpublish' | 'republish'>(action: A, input: ActionInputs[A]) => {
    const command = { action, by: reception, at: await cases.now(), key: randomUUID(), input } as Command<A>;
    await cases.client.takeUp({ state: await principal.state(), keys: [] }, command, law);
  };
  await onPrincipal('unpublish', { reason: 'Nêu tên người gửi.' });
  for (const aCase of [closed, open]) await standsAt(aCase, 'unpublished', 'email accepted');
  await onPrincipal('republish', { ...faultless.republish, text: 'Đã sửa xong ngày hôm qua.' });
  for (const aCase of [closed, open]) await standsAt(aCase, 'republished', 'email accepted');
  writtenAgain = null;
  await until('2026-11-03 09:00');

  for (const [index, aCase] of [closed, open].entries()) {
    const mailbox = mailboxes[index]!;
    const about = (words: string) => mailsTo(mailbox).filter(({ mail }) => mail.subject?.includes(words));
    expect(about('không còn được công khai').map(({ mail }) => mail.text)).toEqual([
      expect.stringContaining('trả lời chung'),
    ]);
    expect(about('Đính chính').map(({ mail }) => mail.text)).toEqual([
      expect.stringContaining('Đã sửa xong ngày hôm qua.'),
    ]);
    const told = mailsTo(mailbox).map(({ mail }) => mail.text ?? '');
    expect(told.filter((text) => text.includes(principal.code) || text.includes('Nêu tên'))).toEqual([]);
    const types = (await aCase.events()).map(({ type }) => type);
    const state = await aCase.state();
    // As `reconcile` compares both stores.
    expect((await findCase(cases.database.db, aCase.code))?.state).toStrictEqual(state);
    expect([state.status, types.filter((type) => type === 'jointAnswerChanged')]).toEqual([
      'closed',
      ['jointAnswerChanged', 'jointAnswerChanged'],
    ]);
  }
  expect((await own.events()).map(({ type }) => type)).not.toContain('jointAnswerChanged');
});

test('R10.2: nobody is invited to dispute what the leadership decided', async () => {
  await begin('2026-10-05 09:00');
  const aCase = await cases.submit();
  await aCase.act(reception, 'forward');
  await aCase.act(head, 'assign');
  await aCase.act(head, 'answer');
  await aCase.act(reception, 'publish');
  await standsAt(aCase, 'published', 'email accepted', 'sms unknown');
  const mailbox = 'nguoigui@example.org';
  expect(textOf(mailbox, aCase, 'Kết quả')).toContain('gửi ý kiến đến hết ngày 26/10/2026');
  await aCase.act(submitter, 'dispute');
  await aCase.act(reception, 'escalate', { input: { ground: 'submitter_disagrees' } });
  await aCase.act(leadership, 'decide');
  await aCase.act(reception, 'publish');
  const [, last] = await eventually(
    () =>
      Promise.resolve(
        mailsTo(mailbox).filter(({ mail }) => mail.subject === `Kết quả xử lý phản ánh, kiến nghị ${aCase.code}`)
      ),
    ({ length }) => length > 1
  );
  expect(last!.mail.text).toContain('gửi phản ánh, kiến nghị mới');
  expect(last!.mail.text).not.toContain('đến hết ngày');
  const shorts = await eventually(
    () =>
      Promise.resolve(
        gateway.requests
          .map(({ body }) => body)
          .filter((body) => body.includes(aCase.code) && body.includes('được công khai'))
      ),
    ({ length }) => length > 1
  );
  expect(shorts.map((body) => body.includes('gửi ý'))).toEqual([true, false]);
  await until('2026-10-27 08:00');
});

test('R1.3: what a case had written before it was interrupted is told when it looks at its record', async () => {
  await begin('2026-10-05 09:00');
  const mailbox = 'gian-doan@example.org';
  const aCase = await submittedBy(mailbox);
  await standsAt(aCase, 'received', 'email accepted');
  const asked = await decided(aCase, await cases.now(), { action: 'requestInfo', by: reception });
  await recordEvents(cases.database.db, asked, async (tx, _after, before) => {
    for (const step of stepsOf(before, asked.events))
      await addNotices(tx, aCase.code, step.event, effectsOf(step), 'pending');
  });
  await cases.client.lookAtRecord(aCase.code, 2);
  await standsAt(aCase, 'info_requested', 'email accepted');
  await aCase.act(reception, 'withdraw');
  expect(mailsTo(mailbox)).toHaveLength(2);
});

test('R1.3: Zalo tells what it has a template for; of everything else the next channel tells, at last a letter', async () => {
  await begin('2026-10-05 09:00');
  const aCase = await submittedByTelephone();
  const received = await standsAt(aCase, 'received', 'sms unknown');
  expect(received.tasks).toEqual([['letter', true]]);
  await aCase.act(reception, 'forward');
  await aCase.act(head, 'assign');
  await aCase.act(officer, 'reportProgress');
  await standsAt(aCase, 'progress', 'sms unknown', 'zalo accepted');
  const sent = zalo.requests.filter(({ path, body }) => path === '/message/template' && body.includes(aCase.code));
  expect(sent.map(({ body }) => JSON.parse(body) as object)).toMatchObject([
    { template_id: '1001', phone: '84900111222', template_data: { code: aCase.code } },
  ]);
  await aCase.act(reception, 'withdraw');
});

test('S1: an agency whose opinion is awaited is told how its own deadline moved, the submitter how that of the answer did', async () => {
  await begin('2026-10-05 09:00');
  const ofAgency = 'phoi-hop@example.vn';
  const account = { id: 'coordinator', email: ofAgency, name: 'P', role: 'agency_lead', agency: OTHER } as const;
  await cases.database.db.insert(accounts).values(account);
  const [mailbox, unseen] = ['lich-moi@example.org', 'chua-ai-xem@example.org'];
  const byOneself = { name: 'Người gửi', address: 'Phường Kon Tum', phone: '0900 000 000', email: unseen };
  const untouched = await cases.submit({ submitter: byOneself });
  const aCase = await submittedBy(mailbox);
  await aCase.act(reception, 'forward', { input: { coordinating: [OTHER] } });
  const calendar = { ...law.calendar, version: 2, off: [...law.calendar.off, '2026-10-09'].sort() };
  for (const { code } of [untouched, aCase])
    await cases.signals.calendarChanged(code, { calendar, document: '1/TB', reason: 'Nghỉ thêm một ngày.' });
  const textTo = async (address: string) => {
    const texts = () => Promise.resolve(mailsTo(address).map(({ mail }) => mail.text ?? ''));
    const told = await eventually(texts, (all) => all.some((text) => text.includes('1/TB')));
    return told.find((text) => text.includes('1/TB'));
  };
  expect(await textTo(ofAgency)).toMatch(/cho ý kiến.*12\/10\/2026.*13\/10\/2026/s);
  expect(await textTo(mailbox)).toMatch(/26\/10\/2026.*27\/10\/2026/s);
  // Whoever wrote it may have named anybody's address: words of theirs go out once somebody at the Office has dealt with it.
  const title = 'Thủ tục chưa được niêm yết';
  expect(await textTo(mailbox)).toContain(title);
  expect(await textTo(unseen)).not.toContain(title);
  await untouched.act(submitter, 'withdraw');
  await aCase.act(reception, 'withdraw');
});

test('S6: an SMS that arrived unacknowledged, its receipt twice, an e-mail that bounces days later', async () => {
  await begin('2026-10-05 09:00');
  const aCase = await cases.submit();
  const first = await standsAt(aCase, 'received', 'email accepted', 'sms unknown');
  expect(first).toMatchObject({ status: 'sent', tasks: [] });

  const sms = first.attempts.find(({ channel }) => channel === 'sms')!;
  const receipt = { channel: 'sms', messageId: sms.messageId, result: 'delivered', detail: null } as const;
  expect(await receipts.take(receipt)).toBe(true);
  expect(await receipts.take(receipt)).toBe(true);
  await standsAt(aCase, 'received', 'email accepted', 'sms delivered');

  await until('2026-10-06 10:00');
  await aCase.act(reception, 'message');
  const [mail] = (await standsAt(aCase, 'message', 'email accepted')).attempts;
  await aCase.act(submitter, 'withdraw');

  // The case has ended, and its workflow with it; what came back three days later goes on all the same.
  await until('2026-10-09 10:00');
  const { messageId } = first.attempts.find(({ channel }) => channel === 'email')!;
  await expect(withoutTasks(() => bounce(messageId))).rejects.toMatchObject({
    cause: { constraint_name: 'refusing' },
  });
  await bounce(messageId);
  await bounce(mail!.messageId);
  await bounce(mail!.messageId);
  expect(await standsAt(aCase, 'received', 'email bounced', 'sms delivered')).toMatchObject({
    status: 'delivered',
    tasks: [['address', true]],
  });
  const last = await standsAt(aCase, 'message', 'email bounced', 'sms unknown');
  expect(last).toMatchObject({ status: 'failed' });
  expect(last.tasks.sort()).toEqual([
    ['address', true],
    ['letter', true],
  ]);

  const undelivered = {
    channel: 'sms',
    messageId: last.attempts.find(({ channel }) => channel === 'sms')!.messageId,
    result: 'bounced',
    detail: 'UNDELIV',
  } as const;
  await receipts.take(undelivered);
  await receipts.take(undelivered);
  await standsAt(aCase, 'message', 'email bounced', 'sms bounced');
  const sent = gateway.requests.filter(({ body }) => body.includes(aCase.code));
  expect(sent).toHaveLength(2);
  expect(new Set(sent.map(({ headers }) => headers['idempotency-key'])).size).toBe(2);
});

test('S6: a try is made once, though its worker ended before the server learnt of its end', async () => {
  await begin('2026-10-05 09:00');
  aroundNextTry = async (make) => {
    await make();
    throw new Error('the worker ends here');
  };
  const aCase = await submittedByTelephone();
  await standsAt(aCase, 'received', 'sms unknown');
  expect(gateway.requests.filter(({ body }) => body.includes(aCase.code))).toHaveLength(1);
  await aCase.act(reception, 'withdraw');
});

test('S6: an address that is refused is left to a person, whatever goes wrong when that is put on record', async () => {
  await begin('2026-10-05 09:00');
  aroundNextTry = withoutTasks;
  const mailbox = 'khong-co@example.org';
  mails.refuse(mailbox, '550 5.1.1 no such user');
  const aCase = await submittedBy(mailbox);
  const { tasks } = await standsAt(aCase, 'received', 'email refused');
  expect(tasks.sort()).toEqual([
    ['address', true],
    ['letter', true],
  ]);
  await aCase.act(reception, 'withdraw');
});

test('R1.3: of many accounts that name one mailbox so many have it told in an hour; what else there is waits', async () => {
  await begin('2026-10-05 09:00');
  const { config } = messaging;
  messaging.config = { ...config, firstMessagesPerRecipient: 2 };
  const mailbox = 'bi-lam-phien@example.org';
  const named = (account: string, email: string) => {
    const reach = { name: 'Người gửi', address: 'Phường Kon Tum', phone: '0260 3862 222', email };
    return cases.submit({ channel: 'portal', account, submitter: reach }, { by: { ...submitter, id: account } });
  };
  const first = [await named('one', mailbox), await named('two', 'Bi-Lam-Phien+2@example.org')];
  for (const aCase of first) await standsAt(aCase, 'received', 'email accepted', 'sms refused');
  const waiting = await named('three', mailbox);
  await eventually(
    () => told(waiting, 'received'),
    ({ results }) => results.includes('email deferred')
  );
  const byOffice = await submittedBy(mailbox);
  await standsAt(byOffice, 'received', 'email accepted');
  await waiting.act(reception, 'reject');
  await standsAt(waiting, 'rejected', 'email accepted', 'sms refused');

  await cases.database.sql`update account_attempts set ends_at = now()`;
  await until('2026-10-05 10:30');
  await eventually(
    () => told(waiting, 'received'),
    ({ status }) => status === 'sent'
  );
  expect(textOf(mailbox, waiting, 'Đã nhận')).toBeDefined();
  messaging.config = config;
  for (const aCase of [...first, byOffice]) await aCase.act(reception, 'reject');
});

test('R1.3, S6: a number with a digit too many is left to a person to mend, though nothing is sent to it', async () => {
  await begin('2026-10-05 09:00');
  const aCase = await submittedWith({ phone: '0905 123 4567', email: null }, 'paper');
  const { tasks } = await standsAt(aCase, 'received', 'sms refused');
  expect(tasks.sort()).toEqual([
    ['address', true],
    ['letter', true],
  ]);
  await aCase.act(reception, 'withdraw');
});

test('S6: an address that is mended while the engine is away is mended, and told as soon as it can be', async () => {
  await begin('2026-10-05 09:00');
  const [wrong, right] = ['sai-khi-mat-ket-noi@example.org', 'dung-khi-mat-ket-noi@example.org'];
  mails.refuse(wrong, '550 5.1.1 no such user');
  const aCase = await submittedBy(wrong);
  await standsAt(aCase, 'received', 'email refused');
  await until('2026-10-05 10:00');
  const away = { wake: () => Promise.reject(new Error('the engine is away')) };
  expect(await settled(aCase, 'address', { email: right }, away)).toBe(200);
  expect((await told(aCase, 'received')).status).toBe('pending');
  await wakeMended(cases.database.db, deliveries());
  expect((await standsAt(aCase, 'received', 'email accepted', 'email refused')).tasks.sort()).toEqual([
    ['address', false],
    ['letter', false],
  ]);
  expect(mailsTo(right)).toHaveLength(1);
  await aCase.act(reception, 'withdraw');
});

test('S6: a letter that is sent while it is worked out how its notice stands has informed, and stays sent', async () => {
  await begin('2026-10-05 09:00');
  const mailbox = 'thu-gui-cung-luc@example.org';
  mails.refuse(mailbox, '550 5.1.1 no such user');
  const aCase = await submittedBy(mailbox);
  const [{ seq }] = (await standsAt(aCase, 'received', 'email refused')).attempts as [AttemptRow];
  // What it has still to do asks for the case, which is held in a moment; and it is woken only where it rests.
  await deliveryOver(cases.temporal, aCase.code, seq);
  await cases.database.sql.begin(async (holder) => {
    await holder`select from cases where code = ${aCase.code} for update`;
    await deliveries().wake(aCase.code, seq);
    await eventually(
      () => waitingFor(holder),
      (waits) => waits
    );
    await holder`update notice_tasks set closed_at = now(), closed_by = ${reception.id}, sent_on = '2026-10-05'
      where case_code = ${aCase.code} and kind = 'letter'`;
    await holder`update notices set status = 'sent' where case_code = ${aCase.code} and seq = ${seq}`;
  });
  await cases.temporal.workflow.getHandle(deliveryWorkflowId(aCase.code, seq)).result();
  expect(await told(aCase, 'received')).toMatchObject({ status: 'sent' });
  await aCase.act(reception, 'withdraw');
});

test('S6: two who settle what is left of one case at once come one after the other', async () => {
  await begin('2026-10-05 09:00');
  const mailbox = 'hai-nguoi-sua@example.org';
  mails.refuse(mailbox, '550 5.1.1 no such user');
  const aCase = await submittedBy(mailbox);
  const received = await standsAt(aCase, 'received', 'email refused');
  await aCase.act(reception, 'requestInfo');
  const asked = await standsAt(aCase, 'info_requested', 'email refused');
  // Nobody but the two is to wait for the case.
  for (const { attempts } of [received, asked]) await deliveryOver(cases.temporal, aCase.code, attempts[0]!.seq);
  let both: Promise<number>[] = [];
  await cases.database.sql.begin(async (holder) => {
    await holder`select from cases where code = ${aCase.code} for update`;
    both = ['received', 'info_requested'].map((template) =>
      settled(aCase, 'address', { email: 'da-sua@example.org' }, deliveries(), template)
    );
    await eventually(
      () => waitersFor(holder),
      (waiting) => waiting === both.length
    );
  });
  expect((await Promise.all(both)).sort()).toEqual([200, 409]);
  await aCase.act(reception, 'withdraw');
});

test('S6: what comes back from an address that was mended since opens nothing anew', async () => {
  await begin('2026-10-05 09:00');
  const aCase = await submittedBy('dia-chi-cu@example.org');
  const [first] = (await standsAt(aCase, 'received', 'email accepted')).attempts;
  await aCase.act(reception, 'requestInfo');
  const [second] = (await standsAt(aCase, 'info_requested', 'email accepted')).attempts;
  await bounce(first!.messageId);
  await standsAt(aCase, 'received', 'email bounced');
  await until('2026-10-05 10:00');
  expect(await settled(aCase, 'address', { email: 'dia-chi-moi@example.org' })).toBe(200);
  await standsAt(aCase, 'received', 'email accepted', 'email bounced');
  await bounce(second!.messageId);
  await bounce(first!.messageId);
  expect((await standsAt(aCase, 'info_requested', 'email accepted', 'email bounced')).tasks).toEqual([]);
  const open = (await tasksOf(cases.database.db, aCase.code)).filter(({ closedAt }) => closedAt === null);
  expect(open).toEqual([]);
  await aCase.act(reception, 'withdraw');
});

test('S2, S6: whoever has no channel gets no letter any more that the reply is missing once it has come', async () => {
  await begin('2026-10-09 17:00');
  const aCase = await submittedWith({ phone: null, email: null });
  await aCase.act(reception, 'requestInfo');
  await until('2026-10-26 09:00');
  const { seq } = await eventually(
    () => told(aCase, 'info_lapsed'),
    ({ status, tasks }) => status === 'failed' && tasks.length === 1
  );
  await deliveryOver(cases.temporal, aCase.code, Number(seq));
  await aCase.act(reception, 'supplyInfo');
  const { tasks } = await eventually(
    () => told(aCase, 'info_lapsed'),
    ({ status }) => status === 'muted'
  );
  expect(tasks).toEqual([['letter', false]]);
  await aCase.act(reception, 'withdraw');
});

test('R8.1: whoever asked is promised no answer by a day that has passed; who owes it reads that day', async () => {
  await begin('2026-10-05 09:00');
  await withStaff([reception, head], async () => {
    const mailbox = 'ngay-da-qua@example.org';
    const aCase = await submittedBy(mailbox);
    await aCase.act(reception, 'forward');
    await standsAt(aCase, 'forwarded', 'email accepted');
    expect(textOf(mailbox, aCase, 'đã được chuyển')).toContain('Hạn trả lời: hết ngày 26/10/2026');
    await until('2026-10-27 09:00');
    await aCase.act(head, 'decline');
    await aCase.act(reception, 'forward');
    const arrived = () => Promise.resolve(textOf('head-of-transport@example.vn', aCase, 'kiến nghị mới'));
    expect(await eventually(arrived, (text) => text !== undefined)).toContain('Hạn trả lời: 26/10/2026');
    const forwarded = await eventually(
      () => Promise.resolve(mailsTo(mailbox).filter(({ mail }) => mail.subject?.includes('đã được chuyển'))),
      ({ length }) => length === 2
    );
    expect(forwarded.at(-1)!.mail.text).not.toContain('Hạn trả lời');
    await aCase.act(reception, 'withdraw');
  });
});

test('R10.3, R10.1: in place of an officer who was moved or whose account is off the lead unit is told', async () => {
  await begin('2026-10-05 09:00');
  await withStaff([reception, head, officer], async () => {
    const { db } = cases.database;
    const aCase = await submittedBy('can-bo-chuyen-di@example.org');
    await aCase.act(reception, 'forward');
    await aCase.act(head, 'assign');
    const urgings = (mailbox: string) =>
      subjectsOf(mailbox, aCase).filter((subject) => subject.startsWith('Đôn đốc')).length;
    const urgedAt = async (mailbox: string, times: number) => {
      await aCase.act(reception, 'urge');
      await eventually(
        () => Promise.resolve(urgings(mailbox)),
        (found) => found >= times
      );
    };
    await urgedAt('officer-of-transport@example.vn', 1);
    const changes = [
      { agency: OTHER },
      { role: 'submitter', agency: null },
      { role: 'agency_officer', agency: 'transport', disabled: true },
    ] as const;
    for (const [index, change] of changes.entries()) {
      await db
        .update(accounts)
        .set(change)
        .where(inArray(accounts.id, [officer.id]));
      await urgedAt('head-of-transport@example.vn', index + 1);
    }
    expect([urgings('officer-of-transport@example.vn'), urgings('head-of-transport@example.vn')]).toEqual([1, 3]);
    await aCase.act(reception, 'withdraw');
  });
});

test('S6: a channel that was switched off since a try was planned holds up nothing', async () => {
  await begin('2026-10-05 09:00');
  const { channels } = messaging;
  aroundNextTry = async (make) => {
    messaging.channels = {};
    await make();
  };
  const aCase = await submittedByTelephone();
  expect(await standsAt(aCase, 'received')).toMatchObject({ status: 'failed', tasks: [['letter', true]] });
  messaging.channels = channels;
  await aCase.act(reception, 'withdraw');
});

test('S6: what is to be told by a restored record is told, though Temporal saw it done', async () => {
  await begin('2026-10-05 09:00');
  const mailbox = 'khoi-phuc@example.org';
  const aCase = await submittedBy(mailbox);
  const { attempts } = await standsAt(aCase, 'received', 'email accepted');
  const { db, sql } = cases.database;
  await cases.temporal.workflow.getHandle(deliveryWorkflowId(aCase.code, 1)).result();
  await sql`delete from notice_attempts where case_code = ${aCase.code}`;
  await sql`update notices set status = 'pending' where case_code = ${aCase.code}`;
  await wakeUndelivered(db, deliveries());
  const again = await standsAt(aCase, 'received', 'email accepted');
  expect(again.attempts[0]!.messageId).not.toBe(attempts[0]!.messageId);
  expect(mailsTo(mailbox)).toHaveLength(2);
  await aCase.act(reception, 'withdraw');
});

test('S6: no reminder comes at night or on a day off', async () => {
  await begin('2026-10-05 09:00');
  const mailbox = 'ban-ngay@example.org';
  const aCase = await submittedBy(mailbox);
  // Asked on a Friday: the reply is due on Friday two weeks later, so that the lapse falls on a Saturday at 0:00.
  await until('2026-10-09 17:00');
  await aCase.act(reception, 'requestInfo');
  await standsAt(aCase, 'info_requested', 'email accepted');
  const count = () => mailsTo(mailbox).length;
  const before = count();

  await until('2026-10-16 07:59');
  expect(count()).toBe(before);
  await until('2026-10-16 08:30');
  await standsAt(aCase, 'info_reminder', 'email accepted');
  expect(count()).toBe(before + 1);

  await until('2026-10-25 20:00');
  expect(await aCase.timeline()).toContain('2026-10-23 24:00 infoOverdue due');
  expect(count()).toBe(before + 1);
  await until('2026-10-26 08:30');
  await standsAt(aCase, 'info_lapsed', 'email accepted');
  expect(count()).toBe(before + 2);
  await aCase.act(reception, 'withdraw');
});

test('S2: a late reply is receipted with the new deadline, and nobody hears on Monday that it is missing; going on without one moves the deadline too', async () => {
  await begin('2026-10-09 17:00');
  const [replying, silent] = ['tra-loi-tre@example.org', 'khong-tra-loi@example.org'];
  const late = await submittedBy(replying);
  const never = await submittedBy(silent);
  for (const aCase of [late, never]) {
    await aCase.act(reception, 'forward');
    await aCase.act(head, 'assign');
    await aCase.act(officer, 'requestInfo');
  }
  await until('2026-10-24 10:00');
  await late.act(reception, 'supplyInfo');
  await standsAt(late, 'info_supplied', 'email accepted');
  expect(textOf(replying, late, 'Đã nhận thông tin bổ sung')).toContain('Hạn trả lời: hết ngày 13/11/2026');
  await until('2026-10-26 09:00');
  await standsAt(never, 'info_lapsed', 'email accepted');
  const lapsed = await eventually(
    () => told(late, 'info_lapsed'),
    ({ status }) => status === 'muted'
  );
  expect(lapsed.results).toEqual([]);
  await never.act(reception, 'resume');
  await standsAt(never, 'deadline_moved', 'email accepted');
  expect(textOf(silent, never, 'Thay đổi thời hạn')).toContain(
    'thời hạn trả lời chuyển từ ngày 30/10/2026 sang ngày 16/11/2026'
  );
  for (const aCase of [late, never]) await aCase.act(reception, 'withdraw');
});
