import { OFFICE, type Actor, type Role } from '../../domain/roles';

const person = (id: string, role: Role, agency: string | null = null): Actor => ({ id, role, agency });

/** The two agencies of most stories: the lead, and another one. */
export const LEAD = 'transport';
export const OTHER = 'construction';

export const submitter = person('account-of-submitter', 'submitter');
export const reception = person('clerk', 'reception', OFFICE);
export const officerOf = (agency: string): Actor => person(`officer-of-${agency}`, 'agency_officer', agency);
export const headOf = (agency: string): Actor => person(`head-of-${agency}`, 'agency_lead', agency);
export const officer = officerOf(LEAD);
export const head = headOf(LEAD);
export const supervisor = person('supervisor', 'supervisor', OFFICE);
export const leadership = person('vice-chairman', 'leadership');
export const admin = person('administrator', 'admin');
export const integration = person('portal-key', 'integration');
