/** What stands in an address, in the words of the API; what makes no sense is told by the service. */
export type Filters = Readonly<Record<string, string>>;

/** The filters of a list that a report names as `/v1/cases?…`. */
export const filtersOfList = (list: string): Filters =>
  Object.fromEntries(new URLSearchParams(list.slice(list.indexOf('?') + 1)));
