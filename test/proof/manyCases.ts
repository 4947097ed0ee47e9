import { randomUUID } from 'node:crypto';
import { NoAnswer } from '../../reachingCases';
import { someAtOnce } from '../../running/someAtOnce';

/** Codes that nobody else uses. */
export const named = (prefix: string, count: number) =>
  Array.from({ length: count }, (_, index) => `${prefix}-${String(index).padStart(6, '0')}-${randomUUID()}`);

/** Asks about each, some at once; whoever is not answered, since a worker was killed, asks again. */
export const askEach = (codes: readonly string[], ask: (code: string) => Promise<unknown>) =>
  someAtOnce(codes, (code) => answered(() => ask(code)));

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
