import type { Role } from './roles';

/**
 * The ways in which open cases can be somebody's work: `mine` waits for them in person, `unit` for their agency,
 * `opinions` for their agency's opinion (R7.2); `all` is every case that they may see.
 */
export const views = ['mine', 'unit', 'opinions', 'all'] as const;

export type View = (typeof views)[number];

const ofAgencies: readonly View[] = ['mine', 'unit', 'opinions', 'all'];

/** The views that a role has, the one to begin with first. */
export const viewsOf: Readonly<Record<Role, readonly View[]>> = {
  agency_officer: ofAgencies,
  agency_lead: ofAgencies,
  reception: ['unit', 'mine', 'opinions', 'all'],
  leadership: ['mine', 'all'],
  supervisor: ['all'],
  submitter: ['all'],
  admin: [],
  integration: [],
};
