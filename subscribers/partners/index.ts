import { dossierSystem } from './dossierSystem';
import type { PartnerMapping, PartnerName } from './mapping';
import { nationalPortal } from './nationalPortal';
import { webPortal } from './webPortal';

/** The interface of each named partner. The contract that they share is in docs/partners.md. */
export const partners: Readonly<Record<PartnerName, PartnerMapping>> = {
  national_portal: nationalPortal,
  dossier_system: dossierSystem,
  web_portal: webPortal,
};

export const partnerNames = Object.keys(partners) as PartnerName[];

export const isPartner = (mapping: string): mapping is PartnerName => Object.hasOwn(partners, mapping);
