import { proveMidnight } from '../proof/midnight';

// It takes minutes on an idle machine already.
jest.setTimeout(30 * 60_000);

// Legal minutes pass in two seconds, so that the database is away for twenty-five of them and for fifty real seconds:
// longer than a case tries by itself to record (`workflows/ledger.ts`). `npm run prove:midnight` takes twenty real minutes.
test('R6.1: 1000 cases due at one midnight, the database away and the worker killed: each alarm once', async () => {
  const seconds = await proveMidnight({
    cases: 1000,
    speed: 30,
    opening: 90,
    away: 50,
    replayed: 50,
    tell: () => null,
  });
  expect(seconds).toBeGreaterThan(0);
});
