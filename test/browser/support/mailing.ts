import { spawn } from 'node:child_process';
import { once } from 'node:events';

/** An e-mail of somebody to the service. */
export const email = (subject: string, text: string): string =>
  [
    'From: Nguoi gui <nguoi.gui@example.org>',
    'To: pakn@example.vn',
    `Subject: ${subject}`,
    `Message-ID: <${crypto.randomUUID()}@example.org>`,
    'Content-Type: text/plain; charset=utf-8',
    '',
    text,
  ].join('\r\n');

/** Hands an e-mail to the service as a mail server does. @param env that of its API. */
export async function piped(env: Readonly<Record<string, string>>, message: string): Promise<void> {
  const taker = spawn(process.execPath, ['--import', 'tsx', 'commands/intakeEmail.ts'], {
    env: { ...process.env, ...env },
    stdio: ['pipe', 'ignore', 'inherit'],
  });
  taker.stdin.end(message);
  expect((await once(taker, 'close'))[0]).toBe(0);
}
