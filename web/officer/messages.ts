import type { Catalogue } from '../shared/i18n/catalogue';
import { en } from './messages.en';
import { type OfficerTexts, vi } from './messages.vi';

export const officerTexts: Catalogue<OfficerTexts> = { vi, en };
