import type { Catalogue } from '../../shared/i18n/catalogue';
import { en } from './messages.en';
import { type TemplatesTexts, vi } from './messages.vi';

export const templatesTexts: Catalogue<TemplatesTexts> = { vi, en };
