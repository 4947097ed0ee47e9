const AT_ONCE = 20;

/** Does the same for each item, some at once, until the signal ends it; answers what came of them, in their order. */
export async function someAtOnce<T, R>(
  items: readonly T[],
  work: (item: T) => Promise<R>,
  signal?: AbortSignal
): Promise<R[]> {
  const done: R[] = [];
  for (let start = 0; start < items.length && signal?.aborted !== true; start += AT_ONCE)
    done.push(...(await Promise.all(items.slice(start, start + AT_ONCE).map(work))));
  return done;
}
