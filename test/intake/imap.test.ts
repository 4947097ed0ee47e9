import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { intakeConfigFrom } from '../../intake/config';
import { emptyMailbox } from '../../intake/email/mailbox';
import { eventually } from '../support/eventually';
import { startImapServer, type ImapServer } from '../support/imapServer';
import { startProcess, type Process } from '../support/process';
import { startService, type Service } from '../support/service';
import type { Visitor } from '../support/visitor';

let mailbox: ImapServer;
beforeEach(async () => {
  mailbox = await startImapServer();
});
afterEach(() => mailbox.stop());

const message = (subject: string, body = 'Đường ngập.') =>
  [
    'Received: from mx.example.org by mail.example.vn; Mon, 2 Nov 2026 09:30:00 +0700',
    'From: Nguoi gui <nguoi.gui@example.org>',
    'To: pakn@example.vn',
    `Subject: ${subject}`,
    `Message-ID: <${subject}@example.org>`,
    'MIME-Version: 1.0',
    'Content-Type: multipart/mixed; boundary=b',
    '',
    `--b\r\nContent-Type: text/plain; charset=utf-8\r\n\r\n${body}`,
    '--b\r\nContent-Type: text/plain; name="bien-ban.txt"\r\nContent-Disposition: attachment; filename="bien-ban.txt"\r\n',
    'Biên bản họp thôn.',
    '--b--',
    '',
  ].join('\r\n');

const isSeen = (flags: string[]) => flags.includes('\\Seen');

describe('R3: a mailbox on a real IMAP server is emptied', () => {
  let service: Service;
  let reception: Visitor;
  let env: Record<string, string>;
  let process: Process | null;

  beforeAll(async () => {
    service = await startService({
      agencies: ['office'],
      withWorker: false,
      env: { FILES_DIR: mkdtempSync(join(tmpdir(), 'imap-files-')) },
      apiEnv: (given) => {
        env = given;
        return given;
      },
    });
    reception = await service.as('reception');
  });
  afterAll(() => service.stop());
  afterEach(() => process?.stop());

  const drafts = async () =>
    (await reception.get('/v1/drafts?limit=200')).body.items as {
      id: string;
      subject: string | null;
      text: string;
      attachments: string[];
    }[];

  /** Runs the process that looks into the mailbox until every message is marked. */
  async function emptied(): Promise<void> {
    process = startProcess('commands/intakeImap.ts', { ...env, ...mailbox.env });
    await eventually(mailbox.flags, (all) => all.every((flags) => isSeen(flags) || flags.includes('\\Flagged')));
    await process.stop();
  }

  test('each message becomes one draft with its files, also where the process ended before it could mark it', async () => {
    await mailbox.append(message('mot'));
    await mailbox.append(message('hai'));
    await emptied();
    // As after a crash between the draft and the mark: the next process finds the messages unseen.
    await mailbox.unmark('\\Seen');
    await mailbox.append(message('ba'));
    await emptied();
    const taken = await drafts();
    expect(taken.map(({ subject }) => subject).sort()).toEqual(['ba', 'hai', 'mot']);
    for (const { id, attachments } of taken) {
      expect(attachments).toHaveLength(1);
      const { body } = await reception.get(`/v1/attachments/${attachments[0]!}`);
      expect(body).toContain('Biên bản họp thôn.');
      await reception.post(`/v1/drafts/${id}/dismiss`, { reason: 'Kiểm tra.' });
    }
  });

  test('a message that is none, or too large, does not hold up the next ones', async () => {
    env = { ...env, INTAKE_MAX_BYTES: '4000' };
    await mailbox.append('không có gì');
    await mailbox.append('Content-Type: multipart/mixed; boundary="\r\n\r\n--\0');
    await mailbox.append(message('lon', 'x'.repeat(5_000)));
    await mailbox.append(message('sau'));
    await emptied();
    expect((await mailbox.flags()).map(isSeen)).toEqual([true, true, false, true]);
    const taken = await drafts();
    expect(taken.map(({ subject }) => subject)).toEqual(expect.arrayContaining([null, null, 'sau']));
    expect(taken.map(({ text }) => text.trim())).toContain('không có gì');
  });
});

describe('R3: a message holds up no other', () => {
  /** One pass over the mailbox, by the subjects of what it was given. */
  async function pass(failing = ''): Promise<{ seen: string[]; warned: string[] }> {
    const seen: string[] = [];
    const warned: string[] = [];
    await emptyMailbox({
      config: intakeConfigFrom(mailbox.env).imap!,
      maxBytes: 10_000,
      take: (raw) => {
        const subject = /^Subject: (.*)$/m.exec(raw.toString())![1]!.trim();
        seen.push(subject);
        return subject === failing ? Promise.reject(new Error('the store is full')) : Promise.resolve();
      },
      log: { warn: (_details, text) => warned.push(text) },
    });
    return { seen, warned };
  }
  const warning = 'a message could not be taken in; it is tried again';

  beforeEach(async () => {
    for (const subject of ['mot', 'hai', 'ba']) await mailbox.append(message(subject));
  });

  test('one that cannot be taken in is left to the next pass', async () => {
    expect(await pass('hai')).toEqual({ seen: ['mot', 'hai', 'ba'], warned: [warning] });
    expect(await pass()).toEqual({ seen: ['hai'], warned: [] });
    expect((await mailbox.flags()).every(isSeen)).toBe(true);
  });

  test('nor does one that the server cannot give, also where it breaks the connection over it', async () => {
    await mailbox.withhold('hai');
    expect(await pass()).toEqual({ seen: ['mot', 'ba'], warned: [warning] });
    expect(await pass()).toEqual({ seen: [], warned: [warning] });
  });
});
