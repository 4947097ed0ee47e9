import { parseArgs } from 'node:util';
import { startServers, stopServers } from '../support/servers';
import { proveMidnight } from './midnight';

/** `npm run prove:midnight`: a thousand cases due at one midnight, with the database away for twenty real minutes. */
async function main(): Promise<void> {
  const { values } = parseArgs({
    options: { cases: { type: 'string', default: '1000' }, away: { type: 'string', default: '1200' } },
  });
  const cases = Number(values.cases);
  await startServers();
  try {
    const seconds = await proveMidnight({
      cases,
      speed: 2,
      opening: 180,
      away: Number(values.away),
      replayed: cases,
      tell: console.log,
    });
    console.log(`Each alarm stands on record once; the last one ${seconds.toFixed(0)} s after the database was back.`);
  } finally {
    await stopServers();
  }
}

main().catch((error: unknown) => {
  console.error(error);
  process.exitCode = 1;
});
