import { startEverything } from './embedded/everything';
import { runUntilStopped } from './running/untilStopped';
import { fillSampleProvince } from './sample/fill';

const log = (message: string): void => {
  process.stdout.write(`${message}\n`);
};

/** As in production, without containers: Temporal's own server on PostgreSQL with 512 shards, two workers, two APIs. */
async function stack(): Promise<() => Promise<void>> {
  const { addresses, secrets, env, stop } = await startEverything({ temporal: 'onPostgres', workers: 2, apis: 2 }, log);
  await fillSampleProvince({ env, address: String(addresses[0]), password: secrets.samplePassword, log });
  log(`\nReady: ${addresses.join(' ')}`);
  return stop;
}

runUntilStopped(stack);
