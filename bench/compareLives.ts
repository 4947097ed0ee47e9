import { bareOver, casesOver, round, type Live } from './lives';
import { median } from './numbers';
import type { Stage } from './stage';
import type { Figures } from './tell';

const CLIENTS = [1, 20];
const ROUNDS = 5;

/** Whole lives over HTTP against bare Temporal, in turns on the same servers, so that both meet the same machine. */
export async function compareLives(stage: Stage, seconds: number): Promise<Figures> {
  const kinds = { ours: await casesOver(stage, String(stage.addresses[0])), bare: bareOver(stage) };
  for (const live of Object.values(kinds)) await round(live, 4, seconds / 2);
  const figures: Record<string, { bare: number; ours: number }> = {};
  for (const clients of CLIENTS) {
    const rates = { ours: [] as number[], bare: [] as number[] };
    const acts = { ours: [] as number[], bare: [] as number[] };
    for (let turn = 0; turn < ROUNDS; turn++)
      for (const [kind, live] of Object.entries(kinds) as ['ours' | 'bare', Live][]) {
        const lived = await round(live, clients, seconds);
        rates[kind].push(lived.livesPerSecond);
        acts[kind].push(...lived.acts);
      }
    const both = (of: (kind: 'ours' | 'bare') => number) => ({ bare: of('bare'), ours: of('ours') });
    const who = clients === 1 ? '1 client' : `${String(clients)} clients`;
    figures[`lives a second, ${who}`] = both((kind) => median(rates[kind]));
    figures[`an act at p50, ms, ${who}`] = both((kind) => median(acts[kind]));
  }
  return figures;
}
