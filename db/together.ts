/**
 * Statements that leave together. Waits for all of them also where one fails: none may still be on its way when its
 * transaction is rolled back, or it would be done outside of it.
 */
export async function together<T extends readonly Promise<unknown>[]>(
  statements: readonly [...T]
): Promise<{ -readonly [I in keyof T]: Awaited<T[I]> }> {
  await Promise.allSettled(statements);
  return Promise.all(statements);
}
