/** What comes of work that has begun. @throws Error where nothing has after so many milliseconds; the work itself goes on. */
export async function inTime<T>(work: PromiseLike<T>, millis: number): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => {
      reject(new Error(`nothing has come within ${String(millis)} ms`));
    }, millis);
  });
  try {
    return await Promise.race([work, late]);
  } finally {
    clearTimeout(timer);
  }
}
