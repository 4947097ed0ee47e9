import type { Catalogue } from '../i18n/catalogue';
import { en } from './messages.en';
import { type FormTexts, vi } from './messages.vi';

export const formTexts: Catalogue<FormTexts> = { vi, en };
