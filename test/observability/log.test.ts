import { Writable } from 'node:stream';
import { sql } from 'drizzle-orm';
import { openDatabase } from '../../db/database';
import { createLog } from '../../observability/log';
import { act, submitted } from '../api/support/people';
import { createTestDatabase } from '../support/database';
import { fromSetup } from '../support/environment';
import { eventually } from '../support/eventually';
import { startService } from '../support/service';
import { startTcpProxy, throughProxy } from '../support/tcpProxy';

/** A log, and the lines that were written to it. */
function keptLog() {
  const lines: string[] = [];
  const to = new Writable({
    write(chunk: Buffer, _encoding, done) {
      lines.push(chunk.toString());
      done();
    },
  });
  return { log: createLog('info', to), lines };
}

test('a failed query is logged without what people wrote, however deep it lies', async () => {
  const { log, lines } = keptLog();
  const database = await createTestDatabase();
  const { db, close } = openDatabase(database.url);
  await db.execute(sql`create table confided (words text primary key)`);
  const write = () => db.execute(sql`insert into confided values (${'điều chỉ người gửi biết'})`);
  await write();
  const error: unknown = await write().catch((reason: unknown) => reason);
  log.error({ err: error }, 'request failed');
  log.error({ err: new Error('the activity failed', { cause: error }) }, 'activity failed');
  await close();
  await database.drop();

  expect(lines).toHaveLength(2);
  for (const line of lines) {
    expect(line).toContain('insert into confided');
    expect(line).toContain('duplicate key');
    expect(line).not.toContain('người gửi');
  }
});

test('R10.3: wherever the code of a case would stand, a line has a name that is the same in all lines about it', () => {
  const { log, lines } = keptLog();
  const [code, another] = ['PAKN-2611-7K3M-9QXW-2F8A', 'PAKN-2611-7K3M-9QXW-2F8B'];
  log.warn({ workflowId: `notices/${code}/3`, codes: [code, another] }, `of ${code}`);
  log.child({ part: 'worker' }).error({ err: new Error(`case ${code} is not on record`) }, 'failed');

  expect(lines.join('')).not.toContain('7K3M');
  const [first, second] = lines.map((line) => line.match(/case:[0-9a-f]{12}/g) ?? []);
  expect(new Set(first).size).toBe(2);
  expect(new Set(second)).toEqual(new Set(first!.slice(0, 1)));
});

test('R10.3: while the database is away, no line of API and worker names a case to whoever could track it', async () => {
  const { hostname, port } = new URL(fromSetup('TEST_DATABASE_URL'));
  const way = await startTcpProxy(hostname, Number(port));
  const service = await startService({ withWorker: false, env: { LOG_LEVEL: 'debug' } });
  const worker = service.startWorker({ DATABASE_URL: throughProxy(way, service.serviceDatabaseUrl) });
  try {
    const reception = await service.as('reception');
    const code = await submitted(reception, { channel: 'phone' });
    way.cut();
    const noted = act(reception, code, 'note', { text: 'Ghi chú.' });
    await eventually(
      () => Promise.resolve(worker.output()),
      (output) => output.includes('Activity failed')
    );
    way.mend();
    await noted;
    const logged = `${service.api.output()}\n${worker.output()}`;
    expect(logged).toMatch(/"workflowId":"case\/case:[0-9a-f]{12}"/);
    expect(logged).not.toContain(code);
    expect(logged).not.toContain('taskToken');
  } finally {
    await worker.stop();
    await service.stop();
    await way.close();
  }
});
