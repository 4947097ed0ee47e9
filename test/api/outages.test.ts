import { isDeepStrictEqual } from 'node:util';
import postgres from 'postgres';
import { officialYear } from '../support/calendar';
import { eventually } from '../support/eventually';
import { fromSetup } from '../support/environment';
import { startService, type Service } from '../support/service';
import { startTcpProxy, throughProxy, type TcpProxy } from '../support/tcpProxy';
import type { Visitor } from '../support/visitor';
import { petition, submitted } from './support/people';

/** Where files are to be kept, and nobody answers. */
const noStore = {
  S3_BUCKET: 'files',
  S3_ENDPOINT: 'http://127.0.0.1:1',
  S3_ACCESS_KEY_ID: 'nobody',
  S3_SECRET_ACCESS_KEY: 'nothing',
};

let toPostgres: TcpProxy;
let toTemporal: TcpProxy;
let service: Service;
let citizen: Visitor;
let sql: postgres.Sql;

beforeAll(async () => {
  const database = new URL(fromSetup('TEST_DATABASE_URL'));
  const temporal = new URL(`tcp://${fromSetup('TEST_TEMPORAL_ADDRESS')}`);
  toPostgres = await startTcpProxy(database.hostname, Number(database.port));
  toTemporal = await startTcpProxy(temporal.hostname, Number(temporal.port));
  service = await startService({
    agencies: ['office'],
    withWorker: false,
    apiEnv: (env) => ({
      ...env,
      DATABASE_URL: throughProxy(toPostgres, env['DATABASE_URL']!),
      TEMPORAL_ADDRESS: `127.0.0.1:${String(toTemporal.port)}`,
      ...noStore,
      // As many cases as the citizen begins here: what is sent again under its key counts once.
      SUBMISSIONS_PER_RECIPIENT: '3',
    }),
  });
  citizen = await service.as('citizen');
  sql = postgres(service.databaseUrl, { max: 1 });
});

afterAll(async () => {
  await sql.end();
  await service.stop();
  await Promise.all([toPostgres.close(), toTemporal.close()]);
});

/** Until the API tells this of both servers: each probe has two seconds, which a busy machine may take for either. */
const readiness = (told: Readonly<Record<'postgresql' | 'temporal', string>>) => {
  const isReady = Object.values(told).every((state) => state === 'ok');
  return eventually(
    () => service.stranger.get('/readyz'),
    ({ status, body }) =>
      isDeepStrictEqual(
        { status, body },
        { status: isReady ? 200 : 503, body: { status: isReady ? 'ready' : 'not ready', ...told } }
      )
  );
};
const ready = () => readiness({ postgresql: 'ok', temporal: 'ok' });

test('a connection that is idle is kept for longer than proxies keep theirs', async () => {
  const { headers } = await fetch(`${service.address}/healthz`);
  expect(headers.get('keep-alive')).toBe('timeout=75');
});

test('R10.3: after PostgreSQL was not heard, nobody who looks on takes what they see for the newest', async () => {
  const account = { email: 'reception@example.vn', password: service.password };
  const { token } = (await service.stranger.post('/v1/auth/sign-in', account)).body as { token: string };
  const stream = await fetch(`${service.address}/v1/events/stream`, { headers: { authorization: `Bearer ${token}` } });
  expect(stream.status).toBe(200);
  const ended =
    await sql`select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and query ilike 'listen%'`;
  expect(ended).toHaveLength(1);
  // A browser comes back by itself, and knows that it may have missed something.
  await stream.text();
});

test('readiness tells the truth about PostgreSQL and about Temporal, and life goes on after each', async () => {
  await ready();

  toPostgres.cut();
  await readiness({ postgresql: 'unavailable', temporal: 'ok' });
  expect((await service.stranger.get('/healthz')).status).toBe(200);
  toPostgres.mend();
  await ready();

  toTemporal.cut();
  await readiness({ postgresql: 'ok', temporal: 'unavailable' });
  expect((await citizen.get('/v1/cases')).status).toBe(200);
  toTemporal.mend();
  await ready();
});

test('a PostgreSQL that keeps silent holds up neither readiness nor what operators watch', async () => {
  toPostgres.hush();
  await readiness({ postgresql: 'unavailable', temporal: 'ok' });
  const metrics = () => service.stranger.get('/metrics').then(({ body }) => body as string);
  await eventually(metrics, (text) => text.includes('\npakn_database_up 0\n'));
  toPostgres.mend();
  await ready();
  await eventually(metrics, (text) => text.includes('\npakn_database_up 1\n'));
});

test('a file is not taken while the store of files is away, and whoever sends it is told to come again', async () => {
  const refused = await citizen.upload('ảnh.txt', 'Biên bản');
  expect(refused).toMatchObject({ status: 503, body: { type: 'files-unavailable' } });
  expect(refused.headers.get('retry-after')).toBe('30');
});

test('without a worker a submission is answered 503 with Retry-After, and under its key it is one case once there is one', async () => {
  const key = { 'idempotency-key': 'nobody-works' };
  const unanswered = await citizen.post('/v1/cases', petition(), key);
  expect(unanswered).toMatchObject({ status: 503, body: { type: 'no-answer' } });
  expect(Number(unanswered.headers.get('retry-after'))).toBeGreaterThan(0);

  const worker = service.startWorker();
  const answered = await eventually(
    () => citizen.post('/v1/cases', petition(), key),
    ({ status }) => status !== 503
  );
  expect(answered.status).toBe(201);
  expect((await citizen.get('/v1/cases')).body.items).toMatchObject([{ code: answered.body.code as string }]);
  await worker.stop();
});

test('a year that is announced while Temporal is away is on record, and open cases are told when it is sent again', async () => {
  const admin = await service.as('admin');
  const { off, worked, weekendHolidays } = officialYear(2026);
  const days = { off, worked, weekendHolidays, document: '9/TB', reason: 'Công bố lại.' };
  toTemporal.cut();
  const unheard = await admin.put('/v1/calendar/2026', days);
  expect(unheard).toMatchObject({ status: 503, body: { type: 'rollout-not-started' } });
  expect(unheard.headers.get('retry-after')).toBe('10');
  const announced = (await admin.get('/v1/calendar/2026')).body as { calendar: number };
  expect(announced).toMatchObject({ source: { document: '9/TB' } });
  toTemporal.mend();
  await ready();
  expect(await admin.put('/v1/calendar/2026', days)).toMatchObject({
    status: 200,
    body: { calendar: announced.calendar },
  });
  expect((await admin.get(`/v1/calendar/rollouts/${String(announced.calendar)}`)).status).toBe(200);
});

test('told to end, the API finishes what it took and takes nothing new', async () => {
  const worker = service.startWorker();
  await submitted(citizen);
  worker.kill('SIGSTOP');
  const submit = () => citizen.post('/v1/cases', petition(), { 'idempotency-key': 'taken-before-the-end' });
  const taken = submit();
  await eventually(
    () => reserved('taken-before-the-end'),
    (is) => is
  );
  service.api.kill('SIGTERM');
  await eventually(refusesConnections, (is) => is);
  worker.kill('SIGCONT');

  const { status, body } = await taken;
  expect(await service.api.ended).toBe(0);
  await service.restartApi();
  const again = await submit();
  expect(again.status).toBe(201);
  // On a busy machine the case may have answered too late; whoever sent it was told that too.
  expect(status === 503 ? body.type : body.code).toBe(status === 503 ? 'no-answer' : again.body.code);
  await worker.stop();
});

async function refusesConnections(): Promise<boolean> {
  return fetch(`${service.address}/healthz`).then(
    () => false,
    () => true
  );
}

/** The API has taken the request and is about to ask the case. */
async function reserved(key: string): Promise<boolean> {
  const rows = await sql`SELECT 1 FROM idempotency_keys WHERE key = ${key}`;
  return rows.length > 0;
}
