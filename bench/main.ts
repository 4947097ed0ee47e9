import { mkdir, writeFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { temporaryFolder } from '../test/support/servers';
import { startPostgres } from '../embedded/postgres';
import { costOf, costWithMessages } from './cost';
import { compareLives } from './compareLives';
import { compareScales } from './scales';
import { plot } from './plot';
import { setStage } from './stage';
import { measureSleepers } from './sleepers';
import { tell, type Figures } from './tell';
import { timeTables } from './tables';

const parts = ['lives', 'cost', 'sleepers', 'scales', 'tables'] as const;
type Part = (typeof parts)[number];

/**
 * `npm run bench [-- --only lives,cost,sleepers,scales,tables] [--cases 1000000] [--sleepers 50000] [--seconds 15]`: what the
 * service costs beside bare Temporal on the same servers, and what grows with the number of cases. Figures and a
 * picture of each part go to `bench/results/`.
 */
async function main(): Promise<void> {
  const { values } = parseArgs({
    options: {
      only: { type: 'string', default: parts.join(',') },
      cases: { type: 'string', default: '1000000' },
      sleepers: { type: 'string', default: '50000' },
      seconds: { type: 'string', default: '15' },
    },
  });
  const chosen = values.only.split(',');
  const unknown = chosen.filter((part) => !(parts as readonly string[]).includes(part));
  if (unknown.length > 0) throw new Error(`no such part: ${unknown.join(', ')}. There are ${parts.join(', ')}.`);
  const wants = (part: Part) => chosen.includes(part);
  const seconds = numberOf('seconds', values.seconds);
  const figures: Record<string, Figures> = {};

  if (wants('lives') || wants('cost')) {
    const stage = await setStage(await temporaryFolder(), { workers: 1, apis: 1 });
    try {
      if (wants('lives')) figures['lives'] = await compareLives(stage, seconds);
      if (wants('cost')) figures['cost'] = await costOf(stage);
    } finally {
      await stage.stop();
    }
  }
  if (wants('cost')) figures['cost'] = { ...figures['cost'], ...(await costWithMessages(await temporaryFolder())) };
  if (wants('sleepers'))
    figures['sleepers'] = await measureSleepers(numberOf('sleepers', values.sleepers), console.log);
  if (wants('scales')) figures['scales'] = await compareScales(seconds);
  if (wants('tables')) {
    const server = await startPostgres({ dataDir: await temporaryFolder(), log: console.log });
    try {
      const timings = await timeTables(server.url, [10_000, numberOf('cases', values.cases)], console.log);
      figures['tables'] = Object.fromEntries(
        Object.entries(timings).map(([name, [few, many]]) => [name, { bare: few ?? null, ours: many ?? NaN }])
      );
    } finally {
      await server.stop();
    }
  }

  await mkdir('bench/results', { recursive: true });
  for (const [part, found] of Object.entries(figures)) {
    await writeFile(`bench/results/${part}.json`, `${JSON.stringify(found, null, 2)}\n`);
    await writeFile(`bench/results/${part}.svg`, plot(part, found));
    console.log(`\n${part}\n\n${tell(part, found)}`);
  }
}

function numberOf(name: string, text: string): number {
  const number = Number(text);
  if (!Number.isSafeInteger(number) || number < 1) throw new Error(`--${name} is a whole number above 0`);
  return number;
}

main().catch((error: unknown) => {
  console.error(error);
  process.exitCode = 1;
});
