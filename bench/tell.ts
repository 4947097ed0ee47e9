/** One figure of the service and the one that it is held against; null where there is none. */
export interface Pair {
  readonly bare: number | null;
  readonly ours: number;
}

export type Figures = Readonly<Record<string, Pair>>;

const columns: Readonly<Record<string, readonly [string, string]>> = { tables: ['10,000 cases, ms', 'many cases, ms'] };

/** A table of Markdown: each figure, what it is held against, and the ratio. */
export function tell(part: string, figures: Figures): string {
  const [against, measured] = columns[part] ?? ['bare', 'ours'];
  const rows = Object.entries(figures).map(([name, { bare, ours }]) =>
    [
      name,
      bare === null ? '' : short(bare),
      short(ours),
      bare === null || bare === 0 ? '' : (ours / bare).toFixed(2),
    ].join(' | ')
  );
  return [`| | ${against} | ${measured} | ratio |`, '|---|--:|--:|--:|', ...rows.map((row) => `| ${row} |`)].join('\n');
}

const short = (value: number): string => (value >= 100 ? Math.round(value).toLocaleString('en') : value.toFixed(1));
