import { eventually } from '../support/eventually';
import { freePort } from '../support/freePort';
import { startReceiver, type Receiver } from '../support/receiver';
import { startService, type Service } from '../support/service';
import { submitted } from './support/people';

const TOKEN = 'a token for Prometheus';

interface Span {
  readonly name: string;
  readonly traceId: string;
  readonly spanId: string;
  readonly parentSpanId?: string;
}

let service: Service;
let collector: Receiver;
let workerMetrics: string;

beforeAll(async () => {
  collector = await startReceiver(() => ({ headers: { 'content-type': 'application/json' }, body: '{}' }));
  const metricsAddress = `127.0.0.1:${String(await freePort())}`;
  workerMetrics = `http://${metricsAddress}/metrics`;
  service = await startService({
    env: {
      METRICS_TOKEN: TOKEN,
      WORKER_METRICS_ADDRESS: metricsAddress,
      OTEL_EXPORTER_OTLP_ENDPOINT: collector.url,
      OTEL_BSP_SCHEDULE_DELAY: '100',
    },
  });
});

afterAll(async () => {
  await service.stop();
  await collector.stop();
});

const scrape = async () => {
  const { status, body } = await service.stranger.get('/metrics', { authorization: `Bearer ${TOKEN}` });
  expect(status).toBe(200);
  return body as string;
};

const spans = (): Span[] =>
  collector.received.flatMap(({ body }) =>
    (JSON.parse(body) as { resourceSpans: { scopeSpans: { spans: Span[] }[] }[] }).resourceSpans.flatMap(
      ({ scopeSpans }) => scopeSpans.flatMap((scope) => scope.spans)
    )
  );

test('one trace leads from the request through the case to its record, and tells nobody whose case it is', async () => {
  const code = await submitted(await service.as('citizen'));
  const record = await eventually(
    () => Promise.resolve(spans().filter(({ name }) => name === 'RunActivity:record')),
    (found) => found.length > 0
  );
  const all = await eventually(
    () => Promise.resolve(spans()),
    (found) => found.some(({ name }) => name === 'submitCase')
  );

  const update = all.find(({ spanId }) => spanId === record[0]?.parentSpanId);
  const request = all.find(({ spanId }) => spanId === update?.parentSpanId);
  expect([request?.name, update?.name]).toEqual(['submitCase', 'UpdateWithStartWorkflow:submit']);
  expect(collector.received.map(({ body }) => body).join()).not.toContain(code);
});

test('Prometheus reads of cases, acts and workers, and finds no code of a case', async () => {
  const code = await submitted(await service.as('citizen'));
  const api = await eventually(scrape, (text) => text.includes('\npakn_database_up 1\n'));
  const worker = await (await fetch(workerMetrics)).text();

  expect(api).toMatch(/pakn_cases_open\{status="received"\} [1-9]/);
  expect(api).toMatch(/pakn_http_request_duration_seconds_count\{operation="submitCase",status="201"\} [1-9]/);
  expect(worker).toMatch(/temporal_local_activity_execution_latency_count\{activity_type="record",.*\} [1-9]/);
  expect(api + worker).not.toContain(code);
});

test('nobody else reads the metrics', async () => {
  expect((await service.stranger.get('/metrics')).status).toBe(403);
  expect((await service.stranger.get('/metrics', { authorization: 'Bearer another token at all' })).status).toBe(403);
});
