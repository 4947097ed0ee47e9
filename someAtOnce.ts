interface Pace {
  readonly atOnce?: number;
  /** Ends it between two runs of items. */
  readonly signal?: AbortSignal | undefined;
}

/** Does the same for each item, some at once; answers what came of them, in their order. */
export async function someAtOnce<T, R>(
  items: readonly T[],
  work: (item: T) => Promise<R>,
  { atOnce = 20, signal }: Pace = {}
): Promise<R[]> {
  const done: R[] = [];
  for (let start = 0; start < items.length && signal?.aborted !== true; start += atOnce)
    done.push(...(await Promise.all(items.slice(start, start + atOnce).map(work))));
  return done;
}
