import { z } from 'zod';
import { httpUrl, secret, text } from '../../environment';
import { toSubmitters, type SubmitterTemplate } from '../catalogue/texts';
import { tolerance, type ZaloWebhook } from '../zaloWebhook';
import { readSettings, seconds } from './settings';

export interface ZaloConfig {
  readonly appId: string;
  readonly appSecret: string;
  /** The first refresh token; later ones are kept in the database. */
  readonly refreshToken: string;
  /** The approved template for each kind of notice, and the one for all others; null where those take another channel. */
  readonly templates: Readonly<Partial<Record<SubmitterTemplate, string>>>;
  readonly anyTemplate: string | null;
  /** By what we know that Zalo tells us something; null where it tells nothing. */
  readonly webhook: ZaloWebhook | null;
  readonly apiUrl: string;
  readonly oauthUrl: string;
  readonly timeoutMillis: number;
}

const environment = z.object({
  ZALO_APP_ID: text,
  ZALO_APP_SECRET: text,
  ZALO_REFRESH_TOKEN: text,
  ZALO_TEMPLATE_ID: text.optional(),
  ZALO_TEMPLATES: z
    .string()
    .default('')
    .transform((list) => list.split(',').flatMap((one) => (one.trim() === '' ? [] : [one.trim().split(':')])))
    .pipe(z.array(z.tuple([z.enum(toSubmitters), text]))),
  ZALO_OA_SECRET: secret.optional(),
  ZALO_WEBHOOK_TOLERANCE_SECONDS: tolerance,
  ZALO_API_URL: httpUrl.default('https://business.openapi.zalo.me'),
  ZALO_OAUTH_URL: httpUrl.default('https://oauth.zaloapp.com'),
  ZALO_TIMEOUT_SECONDS: seconds(20),
});

export function zaloFrom(env: NodeJS.ProcessEnv): ZaloConfig {
  const given = readSettings(environment, env, ['ZALO_APP_SECRET', 'ZALO_REFRESH_TOKEN', 'ZALO_OA_SECRET']);
  const { ZALO_APP_ID: appId, ZALO_OA_SECRET: oaSecret } = given;
  return {
    appId,
    appSecret: given.ZALO_APP_SECRET,
    refreshToken: given.ZALO_REFRESH_TOKEN,
    templates: Object.fromEntries(given.ZALO_TEMPLATES),
    anyTemplate: given.ZALO_TEMPLATE_ID ?? null,
    webhook:
      oaSecret === undefined ? null : { appId, secret: oaSecret, tolerance: given.ZALO_WEBHOOK_TOLERANCE_SECONDS },
    apiUrl: given.ZALO_API_URL,
    oauthUrl: given.ZALO_OAUTH_URL,
    timeoutMillis: given.ZALO_TIMEOUT_SECONDS * 1_000,
  };
}
