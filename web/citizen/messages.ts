import type { Catalogue } from '../shared/i18n/catalogue';
import { en } from './messages.en';
import { type CitizenTexts, vi } from './messages.vi';

export const citizenTexts: Catalogue<CitizenTexts> = { vi, en };
