/**
 * Does something now and again after every so many milliseconds, one time after the other: what takes longer is not begun
 * anew before it has ended. What fails is told by the work itself. Answers how to stop, which waits for the time under way.
 */
export function oneAtATime(work: () => Promise<void>, everyMillis: number): () => Promise<void> {
  let underWay: Promise<void> | undefined;
  const begin = (): void => {
    underWay ??= work().finally(() => {
      underWay = undefined;
    });
  };
  begin();
  const timer = setInterval(begin, everyMillis);
  return async () => {
    clearInterval(timer);
    await underWay;
  };
}
