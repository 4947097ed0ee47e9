/** What stands in an address, in the words of the API; what makes no sense is told by the service. */
export type Filters = Readonly<Record<string, string>>;

const isPlain = (value: unknown): value is string | number | boolean =>
  typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean';

/** Reads an address. */
export const readFilters = (search: Record<string, unknown>): Filters =>
  Object.fromEntries(
    Object.entries(search).flatMap(([name, value]) =>
      isPlain(value) && value !== '' ? [[name, String(value)] as const] : []
    )
  );

/** The filters of a list that a report names as `/v1/cases?…`. */
export const filtersOfList = (list: string): Filters =>
  Object.fromEntries(new URLSearchParams(list.slice(list.indexOf('?') + 1)));
