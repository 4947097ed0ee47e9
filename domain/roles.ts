/** What an account may be. Rights of agency roles reach as far as their own agency (R10.3). */
export const roles = [
  'submitter',
  'reception',
  'agency_officer',
  'agency_lead',
  'supervisor',
  'leadership',
  'admin',
  'integration',
] as const;

export type Role = (typeof roles)[number];

/** Whether a role works inside the administration. Submitters, and the systems that send for them, read nothing internal. */
export const isStaff = (role: Role): boolean => role !== 'submitter' && role !== 'integration';

export const staffRoles = roles.filter(isStaff);

/** The Office of the provincial People's Committee is an agency too: under R6.4 it handles cases itself. */
export const OFFICE = 'office';

/** Who acts. `id` is opaque and never tells a name; `agency` is the unit whose rights the account carries. */
export interface Actor {
  readonly id: string;
  readonly role: Role;
  readonly agency: string | null;
  /** The absent person whom this actor stands in for; both stay on record. */
  readonly standsInFor?: string;
}

/** Who it is when the clock or the service itself acts: an alarm, a calendar that changed. */
export const SERVICE = 'service';
