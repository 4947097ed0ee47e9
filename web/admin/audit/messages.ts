import type { Catalogue } from '../../shared/i18n/catalogue';
import { en } from './messages.en';
import { type AuditTexts, vi } from './messages.vi';

export const auditTexts: Catalogue<AuditTexts> = { vi, en };
