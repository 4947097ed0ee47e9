import type { Catalogue } from '../../shared/i18n/catalogue';
import { en } from './messages.en';
import { type PartTexts, vi } from './messages.vi';

export const partTexts: Catalogue<PartTexts> = { vi, en };
