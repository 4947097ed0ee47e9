import { faultRun } from '../proof/faults/faultRun';
import { fromSetup } from '../support/environment';

// It takes minutes on an idle machine already.
jest.setTimeout(30 * 60_000);

test('R5: nothing is lost, doubled, early or untold while parts of the service are killed and paused and the disk fills up', async () => {
  const { complaints, ...figures } = await faultRun({
    seed: 7,
    program: 'start.ts',
    cases: 10,
    acts: 150,
    clients: 5,
    faultEveryMillis: 3_000,
    daySeconds: 3,
    workflowBundle: fromSetup('TEST_WORKFLOW_BUNDLE'),
    tell: () => undefined,
  });

  expect(complaints).toEqual([]);
  expect(new Set(figures.faults.map(({ part }) => part)).size).toBeGreaterThanOrEqual(4);
  expect(figures.acknowledged).toBeGreaterThan(50);
  expect(figures.alarms).toBeGreaterThan(0);
});
