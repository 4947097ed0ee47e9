/** One page of a list and what the next one begins after. */
export interface Page<Row> {
  readonly items: readonly Row[];
  /** Null on the last page. */
  readonly nextCursor: string | null;
}

/** The page at the head of rows, one more of which was asked for than it holds. */
export function pageOf<Row>(rows: readonly Row[], limit: number, cursorOf: (last: Row) => string): Page<Row> {
  const items = rows.slice(0, limit);
  const last = rows.length > limit ? items.at(-1) : undefined;
  return { items, nextCursor: last === undefined ? null : cursorOf(last) };
}
