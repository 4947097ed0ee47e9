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

/** The people of one agency, who see what it takes part in (R10.3). */
const agencyRoles = ['agency_officer', 'agency_lead'] as const satisfies readonly Role[];

export const isOfAgency = (role: Role): boolean => (agencyRoles as readonly Role[]).includes(role);

/** Who acts on cases for a unit, be it the Office or another one. */
export const caseHandlers = ['reception', ...agencyRoles] as const satisfies readonly Role[];

/** Who sees what becomes of all cases: where they lie, what is late. */
export const overseers = ['reception', 'supervisor', 'leadership'] as const satisfies readonly Role[];

/** Who works with cases at all: the administration without those who only administer the service. */
export const caseStaff = [...caseHandlers, 'supervisor', 'leadership'] as const satisfies readonly Role[];

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
