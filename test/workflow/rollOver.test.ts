import { randomUUID } from 'node:crypto';
import { rm } from 'node:fs/promises';
import type { CaseEvent } from '../../domain/case';
import { startTemporal, type TemporalServer } from '../../embedded/temporal';
import { caseWorkflowId, rollOver } from '../../workflows/messages';
import { useCases, type CaseRig } from '../support/caseRig';
import { eventually } from '../support/eventually';
import { historiesOf } from '../support/histories';
import { at } from '../support/law';
import { reception, submitter } from '../support/people';
import { temporaryFolder } from '../support/servers';

/** After so many events the server suggests a new run. */
const LONG = 60;

/** A day in a tenth of a second. */
const DAY_IN_A_MOMENT = 864_000;

let server: TemporalServer;
let dataDir: string;

beforeAll(async () => {
  dataDir = await temporaryFolder();
  const flags = ['--dynamic-config-value', `limit.historyCount.suggestContinueAsNew=${LONG}`];
  server = await startTemporal({ dataDir, inMemory: true, flags, log: () => undefined });
});

afterAll(async () => {
  await server.stop();
  await rm(dataDir, { recursive: true });
});

/** Cases on the server by a clock that runs so much faster than the real one. */
function casesAt(speed: number): CaseRig {
  const cases = useCases({ realServer: { speed, address: () => Promise.resolve(server.address) } });
  beforeEach(() => cases.startAt(at('2026-10-05 09:00')));
  return cases;
}

const runsOf = ({ temporal }: CaseRig, code: string) => historiesOf(temporal, caseWorkflowId(code));

describe('while days pass', () => {
  const cases = casesAt(DAY_IN_A_MOMENT);

  test('a case that goes on in a new run keeps its keys and deadlines', async () => {
    const aCase = await cases.submit();
    const key = randomUUID();
    await aCase.act(reception, 'forward', { key });
    const { answerBy } = (await aCase.state()).terms;

    await cases.temporal.workflow.getHandle(caseWorkflowId(aCase.code)).signal(rollOver);
    await eventually(
      () => runsOf(cases, aCase.code),
      (runs) => runs.length > 1
    );
    await aCase.act(reception, 'forward', { key });

    const isDue = ({ type, data }: CaseEvent) => type === 'alarm' && data.term === 'answerBy' && data.kind === 'due';
    const events = await eventually(
      () => aCase.events(),
      (known) => known.some(isDue)
    );
    expect(events.find(isDue)?.at).toBe(answerBy?.endsAt);
    expect(events.filter(({ type }) => type === 'forward')).toHaveLength(1);
    await aCase.act(submitter, 'withdraw');
  });
});

describe('within a day, so that no alarm makes the history longer', () => {
  const cases = casesAt(2);

  test('an act that comes while the case rolls over is answered', async () => {
    const aCase = await cases.submit();
    const handle = cases.temporal.workflow.getHandle(caseWorkflowId(aCase.code));
    await Promise.all([handle.signal(rollOver), aCase.act(reception, 'note'), aCase.act(reception, 'accept')]);
    await aCase.act(submitter, 'withdraw');
    expect(await runsOf(cases, aCase.code)).toHaveLength(2);
    const acts = (await aCase.events()).filter(({ type }) => type !== 'alarm');
    expect(acts.map(({ type }) => type).sort()).toEqual(['accept', 'note', 'submit', 'withdraw']);
  });

  test('a case with a long history goes on in a new run by itself, and nothing is lost', async () => {
    const aCase = await cases.submit();
    const keys = Array.from({ length: 12 }, () => randomUUID());
    for (const key of keys) await aCase.act(reception, 'note', { key });
    await eventually(
      () => runsOf(cases, aCase.code),
      (runs) => runs.length > 1
    );
    for (const key of keys) await aCase.act(reception, 'note', { key });
    await aCase.act(submitter, 'withdraw');
    const events = await aCase.events();
    expect(events.filter(({ type }) => type === 'note')).toHaveLength(keys.length);
    expect(events.map(({ seq }) => seq)).toEqual(events.map((_, index) => index + 1));
  });
});
