import type { ReactNode } from 'react';
import { TextLink } from '../shared/TextLink';
import type { Filters } from './filters';

interface CaseListLinkProps {
  readonly filters: Filters;
  /** Says what is listed, where the figure alone does not. */
  readonly label?: string;
  readonly children: ReactNode;
}

/** A figure that opens the list of the cases it counts. */
export function CaseListLink({ filters, label, children }: CaseListLinkProps) {
  return (
    <TextLink to="/reports/cases" search={filters} aria-label={label} className="tabular">
      {children}
    </TextLink>
  );
}
