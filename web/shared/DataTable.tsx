import { VisuallyHidden } from '@mantine/core';
import type { ReactNode } from 'react';
import styles from './DataTable.module.css';
import base from './rows.module.css';

export interface Column<Row> {
  /** Empty where the cells speak for themselves, as buttons do. */
  readonly label: string;
  readonly cell: (row: Row) => ReactNode;
}

interface DataTableProps<Row> {
  /** What the table is of; for those who do not see it. */
  readonly caption: string;
  readonly rows: readonly Row[];
  readonly keyOf: (row: Row) => string | number;
  /** What each row is about. */
  readonly head: Column<Row>;
  readonly columns: readonly Column<Row>[];
}

/** Rows of data; on a narrow screen each becomes a card. */
export function DataTable<Row>({ caption, rows, keyOf, head, columns }: DataTableProps<Row>) {
  return (
    <table className={`${base.rows ?? ''} ${styles.table ?? ''}`}>
      <VisuallyHidden component="caption">{caption}</VisuallyHidden>
      <thead>
        <tr>
          <th scope="col">{head.label}</th>
          {columns.map(({ label }, index) =>
            label === '' ? (
              <td key={index} />
            ) : (
              <th key={index} scope="col">
                {label}
              </th>
            )
          )}
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={keyOf(row)}>
            <th scope="row">{head.cell(row)}</th>
            {columns.map(({ label, cell }, index) => {
              const content = cell(row) ?? '';
              return content === '' ? (
                <td key={index} data-empty>
                  <span aria-hidden>–</span>
                </td>
              ) : (
                <td key={index} data-label={label}>
                  {content}
                </td>
              );
            })}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
