import type { Role } from '../../shared/api/types';

/** The roles whose units keep texts. */
export const textKeepers = ['reception', 'agency_officer', 'agency_lead'] as const satisfies Role[];

export const keepsTexts = (role: Role): boolean => (textKeepers as readonly Role[]).includes(role);
