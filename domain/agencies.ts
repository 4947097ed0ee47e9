import type { Version } from './register';
import { OFFICE } from './roles';
import type { LocalDate } from './time';

/** What the register knows of a unit of the province. */
export interface AgencyFacts {
  readonly name: string;
  readonly nameEn: string;
  /** An answer leaves it only with its head's approval. */
  readonly needsApproval: boolean;
  /** Who takes its open cases when it has ended; null before, and where it is the Office. */
  readonly successor: string | null;
}

export type AgencyVersion = Version<AgencyFacts>;

/** How the organisation of the province changes on a day (REQUIREMENTS, "Agencies are data"). */
export type AgencyReform = { readonly effectiveOn: LocalDate } & (
  | { readonly kind: 'rename'; readonly from: string; readonly name: string; readonly nameEn: string }
  | { readonly kind: 'merge'; readonly from: readonly string[]; readonly to: string }
  | {
      readonly kind: 'split';
      readonly from: string;
      /** The units that come out of it; it goes on itself where it is among them. */
      readonly to: readonly string[];
      /** Which of them takes the open cases; the Office forwards anew where that is wrong. */
      readonly takesOpenCases: string;
    }
  /** Without a successor the Office takes the open cases and forwards them anew. */
  | { readonly kind: 'dissolve'; readonly from: string; readonly to: string | null }
);

/** Which units end, and who takes their open cases; nobody ends by a rename, or by a split that leaves the unit standing. */
export function endingsOf(reform: AgencyReform): { readonly ends: readonly string[]; readonly successor: string } {
  switch (reform.kind) {
    case 'rename':
      return { ends: [], successor: reform.from };
    case 'merge':
      return { ends: reform.from, successor: reform.to };
    case 'split':
      return { ends: reform.to.includes(reform.from) ? [] : [reform.from], successor: reform.takesOpenCases };
    case 'dissolve':
      return { ends: [reform.from], successor: reform.to ?? OFFICE };
  }
}

/** Whose people a reform concerns, and whether their accounts end, move to the successor, or stay as they are. */
export function accountsAfter(reform: AgencyReform): {
  readonly of: readonly string[];
  readonly fate: 'stay' | 'end' | 'move';
} {
  const { ends } = endingsOf(reform);
  if (ends.length === 0) return { of: [], fate: 'stay' };
  return { of: ends, fate: reform.kind === 'dissolve' ? 'end' : 'move' };
}

/** Whose open cases a reform passes on, and to whom; null where no case changes hands. */
export function handoverOf(reform: AgencyReform): { readonly from: readonly string[]; readonly to: string } | null {
  const { ends, successor } = endingsOf(reform);
  const from = reform.kind === 'split' ? [reform.from] : ends;
  return from.length === 0 || from.includes(successor) ? null : { from, to: successor };
}
