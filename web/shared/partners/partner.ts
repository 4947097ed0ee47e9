import { partners } from '../../generated/rules';
import type { Schemas } from '../api/types';

export type PartnerName = (typeof partners)[number];

export const isPartner = (mapping: string): mapping is PartnerName => partners.some((partner) => partner === mapping);

export type Reconciliation = Schemas['Reconciliation'];
