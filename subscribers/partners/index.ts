import type { Subscriber } from '../../db/subscribers';
import { dossierSystem } from './dossierSystem';
import type { PartnerName } from '../../news/kinds';
import type { PartnerMapping } from './mapping';
import { nationalPortal } from './nationalPortal';
import { webPortal } from './webPortal';

/** A subscriber that is a named partner. */
export type Partner = Subscriber & { readonly mapping: PartnerName };

/** The interface of each named partner. The contract that they share is in docs/partners.md. */
export const partners: Readonly<Record<PartnerName, PartnerMapping>> = {
  national_portal: nationalPortal,
  dossier_system: dossierSystem,
  web_portal: webPortal,
};

export const isPartner = (mapping: string): mapping is PartnerName => Object.hasOwn(partners, mapping);

/** A subscriber as the partner that it is; null where it is told by CloudEvents. */
export function partnerWith(subscriber: Subscriber): Partner | null {
  const { mapping } = subscriber;
  return isPartner(mapping) ? { ...subscriber, mapping } : null;
}
