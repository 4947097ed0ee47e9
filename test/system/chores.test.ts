import { isDeepStrictEqual } from 'node:util';
import { Client } from '@temporalio/client';
import postgres, { type ISql, type Row, type Sql } from 'postgres';
import { subscriberWorkflowId } from '../../workflows/subscriberMessages';
import { idOf } from '../api/support/people';
import { eventually } from '../support/eventually';
import { startService, type Service } from '../support/service';
import { connectTemporal } from '../support/temporal';

let service: Service;
let sql: Sql;

beforeAll(async () => {
  service = await startService({ agencies: ['office'], withWorker: false });
  sql = postgres(service.databaseUrl, { max: 1 });
});

afterAll(async () => {
  await sql.end();
  await service.stop();
});

/** How much is there that an API clears away. */
const old = async (reader: ISql): Promise<Row> => {
  const [counts] = await reader`
    select (select count(*)::int from drafts where text <> '') as "dismissedMessages",
      (select count(*)::int from idempotency_keys where key = 'old') as "oldKeys",
      (select count(*)::int from deliveries) as "oldSubscriberDeliveries",
      (select count(*)::int from account_sessions where token = 'old') as "expiredSessions",
      (select count(*)::int from attachments) as "unusedFiles",
      (select count(*)::int from answer_counts) as "answerCounts"`;
  return counts!;
};

test('an API that starts clears away what has had its time, and keeps what has not', async () => {
  const citizen = await service.as('citizen');
  const account = await idOf(citizen);
  for (const name of ['cũ.txt', 'mới.txt']) expect((await citizen.upload(name, name)).status).toBe(201);
  // Together, since the API that is there already may still be at its chores.
  const before = await sql.begin(async (tx) => {
    await tx`update attachments set claimed_at = claimed_at - interval '1 year' where name = 'cũ.txt'`;
    for (const [id, settled] of [
      ['old', '1 year'],
      ['new', '1 minute'],
    ] as const) {
      await tx`
        insert into drafts (id, source, status, message_key, text, original, original_hash, attachments, faults,
          received_at, taken_at, settled_at)
        values (${id}, 'email', 'dismissed', ${id}, 'Nội dung.', 'none', 'none', '{}', '{}', now(), now(),
          now() - ${settled}::interval)`;
      await tx`
        insert into deliveries (subscriber, message_id, type, day, status, settled_at)
        values ('nobody', ${id}, 'ping', '2026-01-05', 'accepted', now() - ${settled}::interval)`;
    }
    await tx`
      insert into idempotency_keys (actor, key, request_hash, created_at)
      values (${account}, 'old', 'none', now() - interval '1 year')`;
    await tx`
      insert into account_sessions (id, account_id, token, expires_at)
      values ('old', ${account}, 'old', now() - interval '1 day')`;
    await tx`
      insert into answer_counts (settled_on, agency, answered, late)
      select '2026-01-05', 'office', 1, 0 from generate_series(1, 3)`;
    return old(tx);
  });
  expect(before).toEqual({
    dismissedMessages: 2,
    oldKeys: 1,
    oldSubscriberDeliveries: 2,
    expiredSessions: 1,
    unusedFiles: 2,
    answerCounts: 3,
  });

  const api = await service.startApi();
  const left = {
    dismissedMessages: 1,
    oldKeys: 0,
    oldSubscriberDeliveries: 1,
    expiredSessions: 0,
    unusedFiles: 1,
    answerCounts: 1,
  };
  await eventually(
    () => old(sql),
    (counts) => isDeepStrictEqual({ ...counts }, left)
  );
  await api.stop();
});

test('R1.6: an API that starts wakes everybody for whom something waits', async () => {
  await sql`
    insert into subscribers (id, name, url, mapping, types, agencies, with_code, pseudonym_key, enabled, created_at, created_by)
    values ('waiting', 'Hệ thống', 'https://pakn.example', 'events', '{}', '{}', false, 'key', true, now(), 'admin')`;
  await sql`insert into deliveries (subscriber, message_id, type, day) values ('waiting', 'waiting', 'ping', '2026-01-05')`;
  const connection = await connectTemporal();
  const sender = new Client({ connection }).workflow.getHandle(subscriberWorkflowId('waiting'));
  const api = await service.startApi();
  await eventually(
    () => sender.describe().catch(() => null),
    (found) => found !== null
  );
  await sender.terminate();
  await Promise.all([api.stop(), connection.close()]);
});
