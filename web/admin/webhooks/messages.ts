import type { Catalogue } from '../../shared/i18n/catalogue';
import { en } from './messages.en';
import { vi, type WebhooksTexts } from './messages.vi';

export const webhooksTexts: Catalogue<WebhooksTexts> = { vi, en };
