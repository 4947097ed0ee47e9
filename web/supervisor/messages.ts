import type { Catalogue } from '../shared/i18n/catalogue';
import { en } from './messages.en';
import { type SupervisorTexts, vi } from './messages.vi';

export const supervisorTexts: Catalogue<SupervisorTexts> = { vi, en };
