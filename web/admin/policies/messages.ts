import type { Catalogue } from '../../shared/i18n/catalogue';
import { en } from './messages.en';
import { type PoliciesTexts, vi } from './messages.vi';

export const policiesTexts: Catalogue<PoliciesTexts> = { vi, en };
