import type { ReactNode } from 'react';

interface DataCellProps {
  /** What a card calls it; empty where it speaks for itself. */
  readonly label: string;
  readonly children: ReactNode;
}

/** A cell with a fact of its row; a card leaves out what is empty. */
export function DataCell({ label, children }: DataCellProps) {
  const empty = children === undefined || children === null || children === '';
  if (empty)
    return (
      <td data-empty>
        <span aria-hidden>–</span>
      </td>
    );
  return <td data-label={label}>{children}</td>;
}
