const DAY_MILLIS = 86_400_000;

/**
 * Does chores now and then once a day, whichever processes do them too: each is safe to repeat. What fails is logged
 * and tried again the next day. Answers how to stop.
 */
export function everyDay(
  chores: Readonly<Record<string, () => Promise<unknown>>>,
  log: { error: (details: object, message: string) => void }
): () => void {
  const work = (): void => {
    for (const [chore, run] of Object.entries(chores))
      run().catch((error: unknown) => {
        log.error({ err: error, chore }, 'a daily chore failed');
      });
  };
  work();
  const timer = setInterval(work, DAY_MILLIS);
  return () => {
    clearInterval(timer);
  };
}
