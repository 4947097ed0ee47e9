import type { Catalogue } from '../i18n/catalogue';
import { en } from './messages.en';
import { type CaseTexts, vi } from './messages.vi';

export const caseTexts: Catalogue<CaseTexts> = { vi, en };
