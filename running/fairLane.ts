/**
 * A lane for work that many may ask for: it is done one after the other, and of each who asks one before the next of the
 * same. What fails holds up nothing.
 */
export function createFairLane(): <T>(asker: string, work: () => Promise<T>) => Promise<T> {
  const waiting = new Map<string, Promise<unknown>>();
  let lane: Promise<unknown> = Promise.resolve();
  const inLane = <T>(work: () => Promise<T>): Promise<T> => {
    const own = after(lane, work);
    lane = own;
    return own;
  };
  return async (asker, work) => {
    const own = after(waiting.get(asker) ?? Promise.resolve(), () => inLane(work));
    waiting.set(asker, own);
    try {
      return await own;
    } finally {
      if (waiting.get(asker) === own) waiting.delete(asker);
    }
  };
}

const after = <T>(before: Promise<unknown>, work: () => Promise<T>): Promise<T> => before.then(work, work);
