import { parseArgs } from 'node:util';
import { startServers, stopServers } from '../support/servers';
import { proveMonths } from './months';

/** What a worker may grow by while it lives as many lives again, in its heaps. */
const MOST_GROWTH = 1.1;

/**
 * `npm run prove:months -- --lives 3000`: that a worker's memory hangs on the cases that are awake, not on those that it
 * has seen. The first half is for caches to fill; ends with 1 where the second half still grows.
 */
async function main(): Promise<void> {
  const { values } = parseArgs({
    options: { lives: { type: 'string', default: '3000' }, between: { type: 'string', default: '250' } },
  });
  await startServers();
  try {
    const memories = await proveMonths({
      lives: Number(values.lives),
      between: Number(values.between),
      tell: console.log,
    });
    const half = memories[Math.floor((memories.length - 1) / 2)]!;
    const last = memories.at(-1)!;
    const growth = last.heaps / half.heaps;
    console.log(`from ${half.lives} lives to ${last.lives} the heaps grew ${growth.toFixed(2)} times`);
    process.exitCode = growth > MOST_GROWTH ? 1 : 0;
  } finally {
    await stopServers();
  }
}

main().catch((error: unknown) => {
  console.error(error);
  process.exitCode = 2;
});
