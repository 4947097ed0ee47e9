import { setImmediate as otherTurns } from 'node:timers/promises';
import { someAtOnce } from '../../running/someAtOnce';

/** Work that ends when it is told to. */
function held() {
  const begun: number[] = [];
  const ends = new Map<number, { done: (answer: string) => void; fail: (error: Error) => void }>();
  return {
    begun,
    work: (item: number) => {
      begun.push(item);
      return new Promise<string>((done, fail) => ends.set(item, { done, fail }));
    },
    end: async (item: number) => {
      ends.get(item)?.done(`did ${String(item)}`);
      await otherTurns();
    },
    fail: async (item: number) => {
      ends.get(item)?.fail(new Error(`${String(item)} failed`));
      await otherTurns();
    },
  };
}

const items = [0, 1, 2, 3, 4];

describe('R10.1: one act for many things, some at a time', () => {
  it('takes up the next one as soon as any ends, and answers in their order', async () => {
    const { begun, work, end } = held();
    const all = someAtOnce(items, work, { atOnce: 2 });
    expect(begun).toEqual([0, 1]);
    await end(1);
    await end(2);
    expect(begun).toEqual([0, 1, 2, 3]);
    await end(0);
    await end(3);
    await end(4);
    expect(await all).toEqual(items.map((item) => `did ${String(item)}`));
  });

  it('takes up nothing more once one has failed', async () => {
    const { begun, work, end, fail } = held();
    const all = expect(someAtOnce(items, work, { atOnce: 2 })).rejects.toThrow('1 failed');
    await fail(1);
    await end(0);
    await all;
    expect(begun).toEqual([0, 1]);
  });

  it('takes up nothing more once it is told to end, and waits for what is under way', async () => {
    const { begun, work, end } = held();
    const stopping = new AbortController();
    const all = someAtOnce(items, work, { atOnce: 2, signal: stopping.signal });
    stopping.abort();
    await end(1);
    await end(0);
    expect(await all).toEqual(['did 0', 'did 1']);
    expect(begun).toEqual([0, 1]);
  });
});
