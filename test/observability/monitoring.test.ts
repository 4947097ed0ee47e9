import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Client } from '@temporalio/client';
import postgres from 'postgres';
import { parse } from 'yaml';
import { operationGroups } from '../../api/operations';
import { problemTypeNames } from '../../http/problemTypes';
import { act, submitted } from '../api/support/people';
import { eventually } from '../support/eventually';
import { freePort } from '../support/freePort';
import { startService, type Service } from '../support/service';
import { connectTemporal } from '../support/temporal';
import type { Visitor } from '../support/visitor';
import { expressionOf, labelsByMetric } from './support/promql';

interface Rule {
  readonly alert: string;
  readonly expr: string;
  readonly for: string;
  readonly labels: { readonly severity: string };
  readonly annotations: { readonly summary: string };
}

interface Scraping {
  readonly rule_files: readonly string[];
  readonly scrape_configs: readonly { readonly job_name: string; readonly dns_sd_configs: readonly Place[] }[];
}

interface Place {
  readonly names: readonly string[];
  readonly port: number;
}

interface Panel {
  readonly title: string;
  readonly targets: readonly { readonly expr: string }[];
}

const read = (path: string): string => readFileSync(join(__dirname, '..', '..', path), 'utf8');
const scraping = parse(read('deploy/prometheus/prometheus.yml')) as Scraping;
const rules = scraping.rule_files.flatMap((file) =>
  (parse(read(`deploy/prometheus/${file}`)) as { groups: { rules: Rule[] }[] }).groups.flatMap((group) => group.rules)
);
const { panels } = JSON.parse(read('deploy/grafana/dashboard.json')) as { panels: Panel[] };

/** Everything that anybody asks Prometheus for, by who asks. */
const asked: [string, string][] = [
  ...rules.map(({ alert, expr }): [string, string] => [alert, expr]),
  ...panels.flatMap(({ title, targets }) => targets.map(({ expr }): [string, string] => [title, expr])),
];

let service: Service;
let subscriber: string;
let gone: string;
let api: string;
let labels: ReadonlyMap<string, ReadonlySet<string>>;

/** Starts the service, has everything happen once that is watched for, and reads what API and worker tell of it. */
beforeAll(async () => {
  const metricsAddress = `127.0.0.1:${String(await freePort())}`;
  service = await startService({
    env: {
      WORKER_METRICS_ADDRESS: metricsAddress,
      WEBHOOK_ALLOWED_NETWORKS: '127.0.0.0/8',
      // Nobody answers there, so that notices wait.
      SMTP_URL: 'smtp://127.0.0.1:9?ignoreTLS=true',
      MAIL_FROM: 'PAKN <pakn@province.example>',
    },
  });
  const [reception, admin] = [await service.as('reception'), await service.as('admin')];
  await announceYears(admin);
  const code = await submitted(reception, { channel: 'phone' });
  const partner = { name: 'Cổng thông tin', url: 'http://127.0.0.1:9/', mapping: 'web_portal' };
  const added = await admin.post('/v1/webhooks', partner);
  expect(added.status).toBe(201);
  subscriber = added.body.id as string;
  const other = { name: 'Hệ thống', url: 'http://127.0.0.1:9/', mapping: 'events' };
  gone = (await admin.post('/v1/webhooks', other)).body.id as string;

  const sql = postgres(service.databaseUrl, { max: 1 });
  await sql`
    insert into notice_tasks (case_code, seq, ordinal, kind, opened_at)
    select case_code, seq, ordinal, 'letter', now() - interval '6 days' from notices where case_code = ${code} limit 1`;
  await sql`
    insert into deliveries (subscriber, message_id, type, day, status, created_at, queued_at, due_at)
    select ${subscriber}, message, 'ping', now(), status, now() - interval '9 days', now() - days * interval '1 day',
      now() + interval '1 day'
    from (values ('one', 'givenUp', 9), ('two', 'pending', 1), ('three', 'pending', 3)) given (message, status, days)`;
  await sql`update subscribers set enabled = false, gone_at = now() where id = ${gone}`;
  await sql`
    insert into notice_attempts (case_code, seq, ordinal, person, channel, attempt, message_id, at, started_at, result)
    select 'before', 1, 0, 'submitter', channel, hours, 'before', now(), now() - hours * interval '1 hour', result
    from (values ('email', 5, 'unavailable'), ('email', 4, 'deferred'), ('email', 3, 'unavailable'), ('email', 2, 'unknown'), ('email', 0, 'unavailable'),
      ('sms', 3, 'unavailable'), ('sms', 1, 'accepted'), ('zalo', 99, 'unavailable'), ('zalo', 98, 'unavailable')
    ) tried (channel, hours, result)`;
  const connection = await connectTemporal();
  const { schedule, workflow } = new Client({ connection });
  const { taskQueue } = service;
  // Without RECORD_KEY nobody can sign; and no worker knows this workflow.
  await schedule.getHandle(`record-sealing/${taskQueue}`).trigger();
  const unknown = await workflow.start('unknown', { taskQueue, workflowId: `unknown/${taskQueue}` });
  const role = sql(new URL(service.serviceDatabaseUrl).username);
  await sql`revoke insert on case_events from ${role}`;
  const noted = act(reception, code, 'note', { text: 'Ghi chú.' });
  const worker = await eventually(
    async () => (await fetch(`http://${metricsAddress}/metrics`)).text(),
    (text) =>
      ['workflow_task', 'activity', 'local_activity'].every((kind) =>
        text.includes(`temporal_${kind}_execution_failed{`)
      )
  );
  await sql`grant insert on case_events to ${role}`;
  await noted;
  await unknown.terminate();
  await connection.close();
  await sql.end();

  // Without the figures of a database that is slow to count.
  api = await eventually(
    async () => (await service.stranger.get('/metrics')).body as string,
    (text) => text.includes('\npakn_database_up 1\n')
  );
  labels = labelsByMetric(`${api}\n${worker}`);
});

/** Announces the year of the test and the next one, whichever they are: how far ahead the calendar reaches is told of these alone. */
async function announceYears(admin: Visitor): Promise<void> {
  const { legalTime } = (await admin.get('/healthz')).body as { legalTime: string };
  const year = Number(legalTime.slice(0, 4));
  for (const path of [year, year + 1].map((one) => `/v1/calendar/${String(one)}`)) {
    const { off, worked, weekendHolidays } = (await admin.get(path)).body;
    const announced = { off, worked, weekendHolidays, document: 'Thông báo 1/TB-BNV', reason: 'Công bố.' };
    expect((await admin.put(path, announced)).status).toBe(200);
  }
}

afterAll(() => service.stop());

test.each(asked)('%s asks for what is there: %s', (_who, expr) => {
  const { selectors, groupedBy } = expressionOf(expr);
  expect(selectors.length).toBeGreaterThan(0);
  for (const { metric, labels: wanted } of selectors) {
    const known = metric === 'up' ? new Set(['job', 'instance']) : labels.get(metric);
    expect({ metric, known: known !== undefined }).toEqual({ metric, known: true });
    const unknown = [...Object.keys(wanted), ...groupedBy].filter((label) => !known?.has(label));
    expect({ metric, unknown }).toEqual({ metric, unknown: [] });
  }
});

test('the oldest task for people and the oldest message tell their age, a provider how long it is away, and who went is told', () => {
  const valueOf = (series: string) =>
    Number(
      api
        .split('\n')
        .find((line) => line.startsWith(`${series} `))
        ?.split(' ')[1]
    );
  expect(Math.floor(valueOf('pakn_notice_tasks_age_seconds{kind="letter"}') / 86_400)).toBe(6);
  expect(Math.floor(valueOf(`pakn_deliveries_pending_age_seconds{subscriber="${subscriber}"}`) / 86_400)).toBe(3);
  expect(valueOf(`pakn_deliveries_given_up{subscriber="${subscriber}"}`)).toBe(1);
  const away = ['email', 'sms', 'zalo'].map((channel) => valueOf(`pakn_channel_away_seconds{channel="${channel}"}`));
  expect(away.map((seconds) => Math.floor(seconds / 3_600))).toEqual([3, 0, 0]);
  const went = [subscriber, gone].map((id) => valueOf(`pakn_subscribers_gone{subscriber="${id}"}`));
  expect(went).toEqual([0, 1]);
});

test('jobs, operations and problems that are asked for by name are there', () => {
  const wanted = (label: string): string[] =>
    asked.flatMap(([, expr]) => expressionOf(expr).selectors.flatMap((selector) => selector.labels[label] ?? []));
  expect(new Set(wanted('job'))).toEqual(new Set(scraping.scrape_configs.map(({ job_name }) => job_name)));
  const operations = Object.values(operationGroups).flatMap((group) => Object.keys(group));
  expect(operations).toEqual(expect.arrayContaining(wanted('operation')));
  expect(problemTypeNames).toEqual(expect.arrayContaining(wanted('type').flatMap((types) => types.split('|'))));
});

test('whoever is woken is told of whom by labels that the alert has, and finds its chapter in the runbook', () => {
  for (const { alert, expr, for: patience, labels: given, annotations } of rules) {
    const { selectors, groupedBy } = expressionOf(expr);
    const kept = /\b(sum|max|min)\b/.test(expr) ? groupedBy : [...(labels.get(selectors[0]!.metric) ?? ['instance'])];
    const told = [...annotations.summary.matchAll(/\$labels\.(\w+)/g)].map(([, label]) => label);
    expect({ alert, missing: told.filter((label) => !kept.includes(label!)) }).toEqual({ alert, missing: [] });
    expect({ alert, patience, severity: given.severity }).toEqual({
      alert,
      patience: expect.stringMatching(/^\d+[mhd]$/),
      severity: expect.stringMatching(/^(page|ticket)$/),
    });
  }
  const chapters = [...read('docs/runbook.md').matchAll(/^## (\w+)$/gm)].map(([, name]) => name);
  expect(chapters).toEqual(rules.map(({ alert }) => alert));
});

test('Prometheus asks the containers where they answer', () => {
  const { services } = parse(read('docker-compose.yml'), { merge: true }) as {
    services: Record<string, { environment?: Record<string, string> }>;
  };
  for (const { names, port } of scraping.scrape_configs.flatMap((job) => job.dns_sd_configs))
    for (const name of names) {
      const { PORT = '3000', WORKER_METRICS_ADDRESS: own } = services[name]?.environment ?? {};
      expect({ name, port }).toEqual({ name, port: Number(own?.split(':')[1] ?? PORT) });
    }
});
