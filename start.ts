import { ensurePages } from './building/buildPages';
import { startEverything } from './embedded/everything';
import { runUntilStopped } from './running/untilStopped';
import { fillSampleProvince } from './sample/fill';

const log = (message: string): void => {
  process.stdout.write(`${message}\n`);
};

/** Everything on one machine, with a sample province outside production. */
async function start(): Promise<() => Promise<void>> {
  await ensurePages(log);
  const { addresses, dataDir, secrets, env, stop } = await startEverything(
    { temporal: 'development', workers: 1, apis: 1 },
    log
  );
  const address = String(addresses[0]);
  try {
    if (process.env.NODE_ENV !== 'production')
      await fillSampleProvince({ env, address, password: secrets.samplePassword, log });
  } catch (error) {
    await stop();
    throw error;
  }
  log(`\nReady: ${address}  (what the API offers: ${address}/docs; state and logs: ${dataDir}; stop with Ctrl-C)`);
  return stop;
}

runUntilStopped(start);
