import type { Catalogue } from '../shared/i18n/catalogue';
import { en } from './messages.en';
import { type AccountTexts, vi } from './messages.vi';

export const accountTexts: Catalogue<AccountTexts> = { vi, en };
