import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { historyToJSON } from '@temporalio/common/lib/proto-utils';
import { version } from '../../package.json';
import { startCaseRig } from '../support/caseRig';
import type { History } from '../support/histories';
import { startServers, stopServers } from '../support/servers';
import { lives } from './lives';

/** Lives every life once and keeps its histories under the version of this release: `tsx test/replay/record.ts`. */
async function record(): Promise<void> {
  const folder = join(__dirname, 'histories', version);
  await mkdir(folder, { recursive: true });
  await startServers();
  const rig = await startCaseRig();
  for (const [name, live] of Object.entries(lives)) {
    await live(rig);
    for (const [index, { history }] of (await rig.endStories()).entries()) {
      const file = `${name.replaceAll(/[^a-z]+/g, '-')}-${index + 1}.json`;
      await writeFile(join(folder, file), `${JSON.stringify(JSON.parse(historyToJSON(history as History)))}\n`);
    }
  }
  await rig.stop();
  await stopServers();
}

void record();
