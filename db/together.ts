/**
 * Statements that leave together. Waits for all of them also where one fails: none may still be on its way when its
 * transaction is rolled back, or it would be done outside of it.
 */
export async function together<T extends readonly PromiseLike<unknown>[]>(
  statements: readonly [...T]
): Promise<{ -readonly [I in keyof T]: Awaited<T[I]> }> {
  // What drizzle builds is done anew each time that somebody waits for it.
  const sent = statements.map((statement) => Promise.resolve(statement));
  await Promise.allSettled(sent);
  return Promise.all(sent) as Promise<{ -readonly [I in keyof T]: Awaited<T[I]> }>;
}
