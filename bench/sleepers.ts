import { join } from 'node:path';
import { temporaryFolder } from '../test/support/servers';
import { measurable } from '../test/support/workerMemory';
import { bareSleepers, caseSleepers, putToSleep } from './sleeping';
import { setStage } from './stage';
import type { Figures } from './tell';

/**
 * Puts cases to sleep, looks at the memory of their worker on the way, and times how fast a tenth of them, which ring in
 * one moment, are through; then the same of bare Temporal.
 */
export async function measureSleepers(sleepers: number, tell: (what: string) => void): Promise<Figures> {
  const dataDir = await temporaryFolder();
  const memoryFile = join(dataDir, 'memory');
  Object.assign(process.env, measurable(memoryFile));
  const stage = await setStage(dataDir, { workers: 1, apis: 1 });
  try {
    const ours = await putToSleep(await caseSleepers(stage), { sleepers, memoryFile, tell });
    const bare = await putToSleep(await bareSleepers(stage), { sleepers, memoryFile, tell });
    const figures: Record<string, { bare: number | null; ours: number }> = {
      [`alarms a second, ${String(ours.rang)} of ${String(sleepers)} at once`]: { bare: bare.rate, ours: ours.rate },
      'put to sleep a second': { bare: bare.asleepPerSecond, ours: ours.asleepPerSecond },
    };
    for (const [quarter, { heaps, resident }] of ours.memories.entries()) {
      const asleep = `${String((quarter + 1) * 25)} % asleep`;
      figures[`heaps of the worker, MB, ${asleep}`] = { bare: bare.memories[quarter]?.heaps ?? null, ours: heaps };
      figures[`resident, MB, ${asleep}`] = { bare: bare.memories[quarter]?.resident ?? null, ours: resident };
    }
    const [, half, , all] = ours.memories;
    figures['heaps of the worker, MB, all asleep beside half'] = { bare: half?.heaps ?? null, ours: all?.heaps ?? NaN };
    return figures;
  } finally {
    await stage.stop();
    for (const name of Object.keys(measurable(memoryFile))) Reflect.deleteProperty(process.env, name);
  }
}
