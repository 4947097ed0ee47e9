const isPlain = (value: unknown): value is string | number | boolean =>
  typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean';

/** Reads these names of an address; what makes no sense is told by the service. */
export const readSearch =
  <Search extends object>(names: readonly (keyof Search & string)[]) =>
  (search: Record<string, unknown>): Search =>
    Object.fromEntries(
      names.flatMap((name) => {
        const value = search[name];
        return isPlain(value) && value !== '' ? [[name, String(value)]] : [];
      })
    ) as Search;
