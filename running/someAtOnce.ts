interface Pace {
  readonly atOnce?: number;
  /** Takes up no further items once it is aborted; what is under way is waited for. */
  readonly signal?: AbortSignal | undefined;
}

/**
 * Does the same for each item, so many at once as long as there are any; answers what came of them, in their order. Where
 * one fails, so does the whole, and no further items are taken up.
 */
export async function someAtOnce<T, R>(
  items: readonly T[],
  work: (item: T) => Promise<R>,
  { atOnce = 20, signal }: Pace = {}
): Promise<R[]> {
  const done: R[] = [];
  const waiting = items.entries();
  let failed = false;
  const takeUp = async (): Promise<void> => {
    while (!failed && signal?.aborted !== true) {
      const next = waiting.next();
      if (next.done === true) return;
      const [index, item] = next.value;
      try {
        done[index] = await work(item);
      } catch (error) {
        failed = true;
        throw error;
      }
    }
  };
  await Promise.all(Array.from({ length: atOnce }, takeUp));
  return done;
}
