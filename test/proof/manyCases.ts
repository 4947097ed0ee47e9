import { randomUUID } from 'node:crypto';
import { NoAnswer } from '../../client';

const AT_ONCE = 25;

/** Codes that nobody else uses. */
export const named = (prefix: string, count: number) =>
  Array.from({ length: count }, (_, index) => `${prefix}-${String(index).padStart(6, '0')}-${randomUUID()}`);

/** Some at once; whoever is not answered, since a worker was killed, asks again. */
export async function inTurn(codes: readonly string[], ask: (code: string) => Promise<unknown>): Promise<void> {
  const waiting = [...codes];
  const take = async () => {
    for (let code = waiting.shift(); code !== undefined; code = waiting.shift()) {
      const asked = code;
      await answered(() => ask(asked));
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, take));
}

/** Whoever is not answered asks again under the same key, as clients do. */
export async function answered(ask: () => Promise<unknown>): Promise<void> {
  for (;;)
    try {
      await ask();
      return;
    } catch (error) {
      if (!(error instanceof NoAnswer)) throw error;
    }
}
