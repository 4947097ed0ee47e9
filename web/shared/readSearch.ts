const isPlain = (value: unknown): value is string | number | boolean =>
  typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean';

/** What stands in an address, as texts; what makes no sense is told by the service. */
export const textsOfSearch = (search: Record<string, unknown>): Record<string, string> =>
  Object.fromEntries(
    Object.entries(search).flatMap(([name, value]) => (isPlain(value) && value !== '' ? [[name, String(value)]] : []))
  );

/** Reads these names of an address. */
export const readSearch =
  <Search extends object>(names: readonly (keyof Search & string)[]) =>
  (search: Record<string, unknown>): Search =>
    textsOfSearch(Object.fromEntries(names.map((name) => [name, search[name]]))) as Search;
