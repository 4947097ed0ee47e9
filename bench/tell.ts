import { aimOf } from './aims';

/** One figure of the service and the one that it is held against; null where there is none. */
interface Pair {
  readonly bare: number | null;
  readonly ours: number;
}

export type Figures = Readonly<Record<string, Pair>>;

const columns: Readonly<Record<string, readonly [string, string]>> = { tables: ['10,000 cases, ms', 'many cases, ms'] };

/** A table of Markdown: each figure, what it is held against, the ratio, and the aim. */
export function tell(part: string, figures: Figures): string {
  const [against, measured] = columns[part] ?? ['bare', 'ours'];
  const rows = Object.entries(figures).map(([name, { bare, ours }]) =>
    [
      name,
      bare === null ? '' : short(bare),
      short(ours),
      bare === null || bare === 0 ? '' : (ours / bare).toFixed(2),
      bare === null ? '' : aimed(part, name),
    ].join(' | ')
  );
  return [
    `| | ${against} | ${measured} | ratio | aim |`,
    '|---|--:|--:|--:|--:|',
    ...rows.map((row) => `| ${row} |`),
  ].join('\n');
}

function aimed(part: string, name: string): string {
  const aim = aimOf(part, name);
  return aim === null ? '' : `${aim.sense} ${String(aim.ratio)}`;
}

const short = (value: number): string => (value >= 100 ? Math.round(value).toLocaleString('en') : value.toFixed(1));
