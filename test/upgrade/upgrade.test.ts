import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { Client, type Connection } from '@temporalio/client';
import { caseWorkflowId } from '../../workflows/messages';
import { act, idOf, LEAD, peopleOf, submitted, type People } from '../api/support/people';
import { eventually } from '../support/eventually';
import { temporaryFolder } from '../support/servers';
import { startService, type Service } from '../support/service';
import { connectTemporal } from '../support/temporal';

const NEXT = 'next';
const folder = join(__dirname, 'releases');
const releases = readdirSync(folder).map((file) => file.replace('.js.gz', ''));

let service: Service;
let people: People;
let connection: Connection;
let scratch: string;

beforeAll(async () => {
  scratch = await temporaryFolder();
  service = await startService({ withWorker: false, env: { TRAINING_DAY_SECONDS: '1' } });
  people = await peopleOf(service);
  connection = await connectTemporal();
});

afterAll(async () => {
  await connection.close();
  await service.stop();
  rmSync(scratch, { recursive: true });
});

/** What an operator does once the workers of a build are up: `temporal worker deployment set-current-version`. */
const makeCurrent = (buildId: string) =>
  eventually(
    () =>
      connection.workflowService
        .setWorkerDeploymentCurrentVersion({
          namespace: 'default',
          deploymentName: 'cases',
          buildId,
          ignoreMissingTaskQueues: true,
        })
        .then(() => 'current', notKnownYet),
    (state) => state === 'current'
  );

/** The server learns of a build from the first worker that asks it for work. */
function notKnownYet(error: unknown): 'unknown' {
  if (/no Worker Deployment found|not found in deployment/.test(String(error))) return 'unknown';
  throw error;
}

const buildOf = async (code: string) => {
  const { raw } = await new Client({ connection }).workflow.getHandle(caseWorkflowId(code)).describe();
  return raw.workflowExecutionInfo?.versioningInfo?.deploymentVersion?.buildId;
};

const statusOf = async (code: string) => (await people.reception.get(`/v1/cases/${code}`)).body.status as string;

test.each(releases)('cases opened under release %s go on and finish under this one', async (release) => {
  const bundle = join(scratch, `${release}.js`);
  writeFileSync(bundle, gunzipSync(readFileSync(join(folder, `${release}.js.gz`))));
  const old = service.startWorker({ BUILD_ID: release, WORKFLOW_BUNDLE: bundle });
  await makeCurrent(release);
  const [waiting, handled] = [await submitted(people.citizen), await submitted(people.citizen)];
  await act(people.reception, waiting, 'requestInfo', { question: 'Ở xã nào?' });
  await act(people.reception, handled, 'accept');
  await act(people.reception, handled, 'forward', { lead: LEAD });
  expect(await buildOf(handled)).toBe(release);

  const next = service.startWorker({ BUILD_ID: NEXT });
  await makeCurrent(NEXT);
  await act(people.head, handled, 'assign', { officer: await idOf(people.officer) });
  await old.stop();
  await act(people.citizen, waiting, 'supplyInfo', { text: 'Xã Đồi.' });
  await act(people.head, handled, 'answer', { text: 'Đã niêm yết.' });
  await act(people.reception, handled, 'publish', { forms: ['portal'], text: 'Đã niêm yết.' });
  expect([await buildOf(handled), await buildOf(waiting)]).toEqual([NEXT, NEXT]);

  // Their alarms ring under the new release: the dispute's term ends, the case closes.
  await eventually(
    () => statusOf(handled),
    (status) => status === 'closed'
  );
  await act(people.citizen, waiting, 'withdraw', {});
  await next.stop();
});
