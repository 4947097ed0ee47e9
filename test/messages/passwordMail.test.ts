import { Client, type Connection } from '@temporalio/client';
import { sql } from 'drizzle-orm';
import { openDatabase, type OpenDatabase } from '../../db/database';
import { waitingPasswordMails } from '../../db/passwordMails';
import { createPasswordMails } from '../../starters/passwordMails';
import { described } from '../../temporal/described';
import { fromSetup } from '../support/environment';
import { eventually } from '../support/eventually';
import { freePort } from '../support/freePort';
import { testDataConverter } from '../support/keyring';
import { startMailServer } from '../support/mailServer';
import { keyring } from '../support/messaging';
import { startService, type Service } from '../support/service';
import { startTcpProxy, type TcpProxy } from '../support/tcpProxy';
import { connectTemporal } from '../support/temporal';

const mailbox = 'supervisor@example.vn';

let mailPort: number;
let toTemporal: TcpProxy;
let service: Service;
let database: OpenDatabase;
let connection: Connection;
let temporal: Client;

beforeAll(async () => {
  mailPort = await freePort();
  const server = new URL(`tcp://${fromSetup('TEST_TEMPORAL_ADDRESS')}`);
  toTemporal = await startTcpProxy(server.hostname, Number(server.port));
  service = await startService({
    env: {
      SMTP_URL: `smtp://127.0.0.1:${String(mailPort)}?ignoreTLS=true`,
      MAIL_FROM: 'PAKN <pakn@province.example>',
    },
    apiEnv: (env) => ({ ...env, TEMPORAL_ADDRESS: `127.0.0.1:${String(toTemporal.port)}` }),
  });
  database = openDatabase(service.databaseUrl, { max: 1 });
  connection = await connectTemporal();
  temporal = new Client({ connection, dataConverter: testDataConverter });
});

afterAll(async () => {
  await connection.close();
  await database.close();
  await service.stop();
  await toTemporal.close();
});

/** A link was asked for, and the mail server has been tried in vain. */
async function askedInVain(): Promise<string> {
  expect((await service.stranger.post('/v1/auth/forgot-password', { email: mailbox })).status).toBe(202);
  const [id] = await eventually(
    () => waitingPasswordMails(database.db),
    (waiting) => waiting.length === 1
  );
  // Whoever asks is answered before the workflow has begun.
  await eventually(
    async () => (await described(temporal, `password-mail/${id!}`))?.raw.pendingActivities ?? [],
    ([activity]) => (activity?.attempt ?? 0) > 1
  );
  return id!;
}

test.each([
  ['says in production only that somebody asked', true],
  ['has the link where the service is tried', false],
])('while e-mail is off the log %s', async (_, production) => {
  const lines: unknown[] = [];
  const log = { warn: (...line: unknown[]) => lines.push(line), info: () => undefined, error: () => undefined };
  const mails = createPasswordMails(
    { client: temporal, taskQueue: '', clock: null },
    { db: database.db, keyring, emailIsOn: false, production, log }
  );
  const url = 'http://service.example/reset-password#token=secret';
  await mails.send({ account: { id: 'account', email: mailbox, name: 'Giám sát' }, url, expiresAt: new Date() });
  expect(lines).toHaveLength(1);
  expect(JSON.stringify(lines).includes(url)).toBe(!production);
});

test('a link for a password outlives a mail server that is down, and only its number is in the history', async () => {
  const id = await askedInVain();
  const [kept] = await database.db.execute<{ sealed: string }>(sql`select sealed from password_mails`);
  expect(Buffer.from(kept!.sealed, 'base64').toString('latin1')).not.toContain('token=');

  const mails = await startMailServer(mailPort);
  const handle = temporal.workflow.getHandle(`password-mail/${id}`);
  await handle.result();
  expect(mails.received.map(({ to }) => to)).toEqual([mailbox]);
  expect(await waitingPasswordMails(database.db)).toEqual([]);

  const [, token] = /reset-password#token=(\S+)/.exec(mails.received[0]!.mail.text ?? '')!;
  const reset = { token, password: 'another sample password' };
  expect((await service.stranger.post('/v1/auth/reset-password', reset)).status).toBe(204);

  const { events } = await handle.fetchHistory();
  const told = (events ?? []).flatMap((event) => [
    ...(event.workflowExecutionStartedEventAttributes?.input?.payloads ?? []),
    ...(event.activityTaskScheduledEventAttributes?.input?.payloads ?? []),
  ]);
  const [codec] = testDataConverter.payloadCodecs!;
  const plain = (await codec!.decode(told)).map(({ data }) => Buffer.from(data ?? []).toString());
  expect(plain).toEqual([JSON.stringify(id), JSON.stringify(id)]);
  await mails.stop();
});

test('a link that works no more is not sent', async () => {
  const id = await askedInVain();
  await database.db.execute(sql`update password_mails set expires_at = now() where id = ${id}`);
  await temporal.workflow.getHandle(`password-mail/${id}`).result();
  expect(await waitingPasswordMails(database.db)).toEqual([]);
});

test('a link that is asked for while Temporal is away goes out when it is back', async () => {
  const mails = await startMailServer(mailPort);
  toTemporal.cut();
  expect((await service.stranger.post('/v1/auth/forgot-password', { email: mailbox })).status).toBe(202);
  await eventually(
    () => Promise.resolve(service.api.output()),
    (printed) => printed.includes('a link for a password waits for Temporal')
  );
  toTemporal.mend();
  await eventually(
    () => Promise.resolve(mails.received.map(({ to }) => to)),
    (recipients) => recipients.includes(mailbox)
  );
  await mails.stop();
});
