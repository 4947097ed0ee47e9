import { readEmail } from '../../intake/email/read';

const now = '2026-11-03T08:00:00.000+07:00';
const ours = 'Received: by mail.example.vn; Mon, 2 Nov 2026 09:30:00 +0700 (ICT)';
const mailbox = { own: ['pakn@example.vn'], clock: null };

const read = (headers: readonly string[], body = 'Nội dung.') =>
  readEmail(Buffer.from(['From: ai@example.org', ...headers, '', body].join('\r\n')), mailbox, now);

describe('R3: what a machine wrote is told from what a person did', () => {
  test.each<[string | null, string[]]>([
    [null, ['Auto-Submitted: no']],
    [null, ['Precedence: first-class']],
    ['auto_reply', ['Auto-Submitted: auto-replied']],
    ['auto_reply', ['X-Autoreply: yes']],
    ['auto_reply', ['Precedence: auto_reply']],
    ['bounce', ['Return-Path: <>']],
    ['bounce', ['Content-Type: multipart/report; report-type=delivery-status; boundary=b']],
    ['bulk', ['List-Id: <tin.example.org>']],
    ['bulk', ['Precedence: bulk']],
    ['loop', Array.from({ length: 60 }, () => ours)],
  ])('%s: %j', async (automatic, headers) => {
    expect((await read(headers)).automatic).toBe(automatic);
  });

  test.each([
    ['bounce', 'MAILER-DAEMON@example.org'],
    ['loop', 'PAKN@example.vn'],
  ])('%s: from %s', async (automatic, from) => {
    const message = await readEmail(Buffer.from(`From: <${from}>\r\n\r\nNội dung.`), mailbox, now);
    expect(message.automatic).toBe(automatic);
  });
});

describe('R8: a message is received when our own mail server took it', () => {
  test.each([
    [
      'the topmost header counts, whatever others wrote',
      [ours, 'Received: by a; Sun, 1 Nov 2026 09:00:00 +0000'],
      '2026-11-02T09:30:00.000+07:00',
    ],
    ['none, one without a date, or one to come: when it is taken in', [], now],
    ['without a date', ['Received: by mail.example.vn'], now],
    ['in the future', ['Received: by mail.example.vn; Mon, 7 Dec 2026 09:30:00 +0700'], now],
  ])('%s', async (_, headers, receivedAt) => {
    expect((await read(headers)).receivedAt).toBe(receivedAt);
  });
});

describe('R3: a message is read whatever it is made of', () => {
  test('a text in HTML alone, in another encoding', async () => {
    const html = await read(['Content-Type: text/html; charset=utf-8'], '<p>Đường <b>ngập</b></p><script>x()</script>');
    expect(html.text).toMatch(/^Đường ngập/);
    expect(html.text).not.toContain('x()');
    const latin = Buffer.concat([
      Buffer.from('From: ai@example.org\r\nContent-Type: text/plain; charset=iso-8859-1\r\n\r\n'),
      Buffer.from([0x63, 0x61, 0x66, 0xe9]),
    ]);
    expect((await readEmail(latin, mailbox, now)).text.trim()).toBe('café');
  });

  const html = ['Content-Type: text/html; charset=utf-8', '', '<p>Đường <b>ngập</b></p>'];
  const picture = ['Content-Type: image/png', 'Content-ID: <anh>', '', 'png'];
  test.each<[string, string[][]]>([
    ['mixed', [html, ['Content-Type: application/pdf', 'Content-Disposition: attachment', '', '%PDF']]],
    ['related', [html, picture]],
    ['alternative', [html]],
    ['alternative', [['Content-Type: text/plain', '', ' '], html]],
  ])('a text in HTML alone within multipart/%s', async (kind, parts) => {
    const body = [...parts.flatMap((part) => ['--b', ...part]), '--b--'].join('\r\n');
    const message = await read([`Content-Type: multipart/${kind}; boundary=b`], body);
    expect(message).toMatchObject({ text: expect.stringMatching(/^Đường ngập/), faults: [] });
  });

  test('HTML that cannot be turned into a text is a fault', async () => {
    const message = await read(['Content-Type: text/html; charset=utf-8'], '<div>'.repeat(5_000));
    expect(message).toMatchObject({ text: '', faults: [expect.stringContaining('HTML')] });
  });

  test.each(['', '\0\0\0', 'không có gì', ':\r\n:\r\n'])('what is no e-mail: %j', async (raw) => {
    expect(await readEmail(Buffer.from(raw), mailbox, now)).toMatchObject({ text: raw, sender: null, messageId: null });
  });
});
