import { parseArgs } from 'node:util';
import { faultRun } from './faults/faultRun';

/**
 * `npm run prove:faults -- --seed 1 --cases 300 --acts 6000 --clients 20 --stack`: the fault run by hand. Ends with 1
 * where anything was lost, doubled, early, out of order or untold.
 */
async function main(): Promise<void> {
  const { values } = parseArgs({
    options: {
      seed: { type: 'string', default: '1' },
      cases: { type: 'string', default: '200' },
      acts: { type: 'string', default: '3000' },
      clients: { type: 'string', default: '12' },
      every: { type: 'string', default: '4000' },
      day: { type: 'string', default: '4' },
      stack: { type: 'boolean', default: false },
    },
  });
  const { complaints, faults, ...figures } = await faultRun({
    seed: Number(values.seed),
    program: values.stack ? 'stack.ts' : 'start.ts',
    cases: Number(values.cases),
    acts: Number(values.acts),
    clients: Number(values.clients),
    faultEveryMillis: Number(values.every),
    daySeconds: Number(values.day),
    tell: console.log,
  });
  const harmed = new Map<string, number>();
  for (const { part, kind } of faults) harmed.set(`${part} ${kind}`, (harmed.get(`${part} ${kind}`) ?? 0) + 1);
  console.log(Object.fromEntries(harmed), figures);
  console.log(complaints.length === 0 ? 'Nothing lost, nothing twice.' : complaints.join('\n'));
  process.exitCode = complaints.length === 0 ? 0 : 1;
}

main().catch((error: unknown) => {
  console.error(error);
  process.exitCode = 2;
});
