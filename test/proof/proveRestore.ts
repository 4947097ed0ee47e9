import { parseArgs } from 'node:util';
import { restoreDrill } from './restoreDrill';

/** `npm run prove:restore`: the drill of a restore by hand. Ends with 1 where an act or a timer was lost. */
async function main(): Promise<void> {
  const { values } = parseArgs({
    options: {
      seed: { type: 'string', default: '1' },
      cases: { type: 'string', default: '40' },
      acts: { type: 'string', default: '400' },
      clients: { type: 'string', default: '8' },
      day: { type: 'string', default: '10' },
    },
  });
  const { complaints, ...figures } = await restoreDrill({
    seed: Number(values.seed),
    cases: Number(values.cases),
    acts: Number(values.acts),
    clients: Number(values.clients),
    daySeconds: Number(values.day),
    tell: console.log,
  });
  console.log(figures);
  console.log(complaints.length === 0 ? 'Neither a case nor a timer is lost.' : complaints.join('\n'));
  process.exitCode = complaints.length === 0 ? 0 : 1;
}

main().catch((error: unknown) => {
  console.error(error);
  process.exitCode = 2;
});
