import type { Schemas } from '../api/types';

/** The systems that are told of cases by an interface of their own. */
export const partners = ['national_portal', 'dossier_system', 'web_portal'] as const;
export type PartnerName = (typeof partners)[number];

export const isPartner = (mapping: string): mapping is PartnerName => partners.some((partner) => partner === mapping);

export type Reconciliation = Schemas['Reconciliation'];
