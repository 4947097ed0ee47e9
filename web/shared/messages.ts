import type { Catalogue } from './i18n/catalogue';
import { en } from './messages.en';
import { type SharedTexts, vi } from './messages.vi';

export const sharedTexts: Catalogue<SharedTexts> = { vi, en };
