import { expect, test } from '@jest/globals';
import { proveRollout } from '../proof/rollout';

test('R8: a day is swapped under 100 open cases, the worker is killed in the middle, and each case moves exactly once', async () => {
  const { takenWhenKilled } = await proveRollout({ cases: 100, meanwhile: 10, tell: () => undefined });
  expect(takenWhenKilled).toBeGreaterThanOrEqual(50);
});
