import { VisuallyHidden } from '@mantine/core';
import type { ReactNode } from 'react';
import cards from './cards.module.css';
import { DataCell } from './DataCell';
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
    <table className={`${base.rows ?? ''} ${cards.cards ?? ''} ${styles.table ?? ''}`}>
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
            {columns.map(({ label, cell }, index) => (
              <DataCell key={index} label={label}>
                {cell(row)}
              </DataCell>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
