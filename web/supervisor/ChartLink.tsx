import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { type BarShapeProps, type DotItemDotProps, Rectangle } from 'recharts';
import styles from './ChartLink.module.css';
import type { Filters } from './filters';

/** What a part of a chart opens, and what it is called where it cannot be seen. */
export interface Part {
  readonly filters: Filters;
  readonly label: string;
}

/** A row of a chart's data: what each series of it opens, by their names. */
interface Linked {
  readonly parts?: Readonly<Record<string, Part>>;
}

/** A part of a chart that opens the list of the cases it counts, by pointer and by keyboard. */
function ChartLink({ part: { filters, label }, children }: { readonly part: Part; readonly children: ReactNode }) {
  return (
    <Link to="/reports/cases" search={filters} aria-label={label} className={styles.part}>
      {children}
    </Link>
  );
}

const partOf = (row: unknown, series: string): Part | undefined => (row as Linked).parts?.[series];

/** For `barProps`: bars that open what their row says of their series. */
export const linkedBars = ({ name }: { readonly name: string }) => ({
  shape: ({ x, y, width, height, fill, payload }: BarShapeProps) => {
    const part = partOf(payload, name);
    const bar = <Rectangle x={x} y={y} width={width} height={height} fill={fill} />;
    return part === undefined || width === 0 || height === 0 ? bar : <ChartLink part={part}>{bar}</ChartLink>;
  },
});

const RADIUS = 5;

/** For `lineProps`: the same for the dots of a line; what counts nothing opens nothing. */
export const linkedDots = ({ name }: { readonly name: string }) => ({
  dot: ({ key, cx, cy, stroke, value, payload }: DotItemDotProps) => {
    const part = partOf(payload, name);
    const dot = <circle key={key} cx={cx} cy={cy} r={RADIUS} fill={stroke} />;
    return part === undefined || value === 0 ? (
      dot
    ) : (
      <ChartLink key={key} part={part}>
        {dot}
      </ChartLink>
    );
  },
});
