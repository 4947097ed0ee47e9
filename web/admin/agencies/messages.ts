import type { Catalogue } from '../../shared/i18n/catalogue';
import { en } from './messages.en';
import { type AgenciesTexts, vi } from './messages.vi';

export const agenciesTexts: Catalogue<AgenciesTexts> = { vi, en };
