import { temporaryFolder } from '../test/support/servers';
import { casesOver, round } from './lives';
import { median } from './numbers';
import { setStage } from './stage';
import type { Figures } from './tell';

const CLIENTS = 20;
const ROUNDS = 3;

/** Lives a second with more processes against one of each: the column `bare` is one worker and one API. */
export async function compareScales(seconds: number): Promise<Figures> {
  const one = await livesWith(1, 1, seconds);
  return {
    'lives a second, two workers': { bare: one, ours: await livesWith(2, 1, seconds) },
    'lives a second, four APIs': { bare: one, ours: await livesWith(1, 4, seconds) },
  };
}

async function livesWith(workers: number, apis: number, seconds: number): Promise<number> {
  const stage = await setStage(await temporaryFolder(), { workers, apis });
  try {
    const lives = await Promise.all(stage.addresses.map((address) => casesOver(stage, address)));
    const perApi = CLIENTS / apis;
    const all = async (length: number) =>
      (await Promise.all(lives.map((live) => round(live, perApi, length)))).reduce(
        (sum, { livesPerSecond }) => sum + livesPerSecond,
        0
      );
    await all(seconds / 2);
    const rates: number[] = [];
    for (let turn = 0; turn < ROUNDS; turn++) rates.push(await all(seconds));
    return median(rates);
  } finally {
    await stage.stop();
  }
}
