import type { Catalogue } from '../../shared/i18n/catalogue';
import { en } from './messages.en';
import { type AccountsTexts, vi } from './messages.vi';

export const accountsTexts: Catalogue<AccountsTexts> = { vi, en };
