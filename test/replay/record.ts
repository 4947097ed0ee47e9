import { mkdir, readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { historyToJSON } from '@temporalio/common/lib/proto-utils';
import { version } from '../../package.json';
import { startCaseRig } from '../support/caseRig';
import type { History } from '../support/histories';
import { startServers, stopServers } from '../support/servers';
import { toldAfterAPause, untoldAtFirst } from './delivery';
import { lives } from './lives';

/**
 * Lives every life once that this release has no histories of, and keeps them under its version:
 * `tsx test/replay/record.ts`. Those that are there prove what ran before, and stay.
 */
async function record(): Promise<void> {
  const folder = join(__dirname, 'histories', version);
  await mkdir(folder, { recursive: true });
  await startServers();
  const rig = await startCaseRig({ activities: (real) => ({ ...real, ...untoldAtFirst() }) });
  const known = await readdir(folder);
  const keep = async (name: string, live: () => Promise<readonly History[]>) => {
    const fileOf = (number: number) => `${name.replaceAll(/[^a-z]+/g, '-')}-${String(number)}.json`;
    if (known.includes(fileOf(1))) return;
    for (const [index, history] of (await live()).entries())
      await writeFile(join(folder, fileOf(index + 1)), `${JSON.stringify(JSON.parse(historyToJSON(history)))}\n`);
  };
  for (const [name, live] of Object.entries(lives))
    await keep(name, async () => {
      await live(rig);
      return (await rig.endStories()).map(({ history }) => history as History);
    });
  await keep('told after a pause', () => toldAfterAPause(rig));
  await rig.stop();
  await stopServers();
}

void record();
