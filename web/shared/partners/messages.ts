import type { Catalogue } from '../i18n/catalogue';
import { en } from './messages.en';
import { type PartnerTexts, vi } from './messages.vi';

export const partnerTexts: Catalogue<PartnerTexts> = { vi, en };
