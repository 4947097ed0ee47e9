import type { Catalogue } from '../../shared/i18n/catalogue';
import { en } from './messages.en';
import { type AbsenceTexts, vi } from './messages.vi';

export const absenceTexts: Catalogue<AbsenceTexts> = { vi, en };
