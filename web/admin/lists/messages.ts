import type { Catalogue } from '../../shared/i18n/catalogue';
import { en } from './messages.en';
import { type ListsTexts, vi } from './messages.vi';

export const listsTexts: Catalogue<ListsTexts> = { vi, en };
