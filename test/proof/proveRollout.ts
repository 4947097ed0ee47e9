import { startServers, stopServers } from '../support/servers';
import { proveRollout } from './rollout';

/** `npm run prove:rollout -- 5000`: the proof by hand, on servers of its own or on those that `TEST_…` name. */
async function main(): Promise<void> {
  const cases = Number(process.argv[2] ?? 5000);
  if (!Number.isSafeInteger(cases) || cases < 1) throw new Error('How many cases? Give a whole number.');
  await startServers();
  try {
    const figures = await proveRollout({ cases, meanwhile: Math.ceil(cases / 50), tell: console.log });
    console.log('Each open case moved exactly once.', figures);
  } finally {
    await stopServers();
  }
}

main().catch((error: unknown) => {
  console.error(error);
  process.exitCode = 1;
});
