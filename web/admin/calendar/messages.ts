import type { Catalogue } from '../../shared/i18n/catalogue';
import { en } from './messages.en';
import { type CalendarTexts, vi } from './messages.vi';

export const calendarTexts: Catalogue<CalendarTexts> = { vi, en };
