import { z } from 'zod';
import { languages, type Language } from '../domain/languages';
import { messageChannels, type MessageChannel, type WakingHours } from '../domain/informing';
import { flag, httpUrl, publicUrl, text } from '../environment';
import { smtpFrom, type SmtpConfig } from './channels/emailConfig';
import type { SmsReach } from './channels/phone';
import { readSettings } from './channels/settings';
import { smppFrom, type SmppConfig } from './channels/smppConfig';
import { gatewayFrom, type SmsGatewayConfig } from './channels/smsGatewayConfig';
import type { SmsText } from './channels/smsText';
import { zaloFrom, type ZaloConfig } from './channels/zaloConfig';

export interface MessagesConfig {
  /** Where people reach the service, without a path. */
  readonly publicUrl: string;
  readonly language: Language;
  readonly hours: WakingHours;
  /** How many first messages of cases by citizens reach one telephone or unproven mailbox in an hour. */
  readonly firstMessagesPerRecipient: number;
  readonly smtp: SmtpConfig | null;
  readonly sms: SmsText & SmsReach & { readonly smpp: SmppConfig | null; readonly gateway: SmsGatewayConfig | null };
  readonly zalo: ZaloConfig | null;
}

/** The channels that are switched on, in the order in which they are tried. */
export const channelsOn = ({ smtp, sms, zalo }: Pick<MessagesConfig, 'smtp' | 'sms' | 'zalo'>): MessageChannel[] => {
  const on = { email: smtp !== null, sms: sms.smpp !== null || sms.gateway !== null, zalo: zalo !== null };
  return messageChannels.filter((channel) => on[channel]);
};

const time = /^([01]\d|2[0-3]):[0-5]\d$/;

const common = z.object({
  PUBLIC_URL: publicUrl.optional(),
  MESSAGE_LANGUAGE: z.enum(languages).default('vi'),
  WAKING_HOURS: z
    .string()
    .default('08:00-20:00')
    .transform((hours) => hours.split('-') as [string, string])
    .refine(
      ([from, until, more]: readonly (string | undefined)[]) =>
        more === undefined && time.test(from ?? '') && time.test(until ?? '') && (from ?? '') < (until ?? ''),
      'is not such as 08:00-20:00'
    ),
  FIRST_MESSAGES_PER_RECIPIENT: z.coerce.number().int().min(1).default(20),
  SMTP_URL: z.url({ protocol: /^smtps?$/ }).optional(),
  SMS_DIACRITICS: flag(true),
  SMS_MAX_SEGMENTS: z.coerce.number().int().min(1).max(10).default(3),
  SMS_COUNTRIES: z
    .string()
    .default('')
    .transform((list) => list.split(',').flatMap((one) => (one.trim() === '' ? [] : [one.trim()])))
    .pipe(z.array(z.string().regex(/^[A-Z]{2}$/, 'is not such as LA,KH'))),
  SMPP_URL: z.url({ protocol: /^s?smpp$/ }).optional(),
  SMS_GATEWAY_URL: httpUrl.optional(),
  ZALO_APP_ID: text.optional(),
});

/**
 * Reads which channels are switched on, and how. Each of the secrets may be named by a file (`…_FILE`).
 * @throws Error naming each variable that is missing or wrong, never its value.
 */
export function messagesConfigFrom(env: NodeJS.ProcessEnv): MessagesConfig {
  const base = readSettings(common, env, ['SMTP_URL', 'SMPP_URL']);
  if (base.SMPP_URL !== undefined && base.SMS_GATEWAY_URL !== undefined)
    throw new Error('Messages are not configured: SMPP_URL and SMS_GATEWAY_URL exclude each other');
  const [from, until] = base.WAKING_HOURS;
  const config = {
    language: base.MESSAGE_LANGUAGE,
    hours: { from, until },
    firstMessagesPerRecipient: base.FIRST_MESSAGES_PER_RECIPIENT,
    smtp: base.SMTP_URL === undefined ? null : smtpFrom(base.SMTP_URL, env),
    sms: {
      diacritics: base.SMS_DIACRITICS,
      maxSegments: base.SMS_MAX_SEGMENTS,
      countries: base.SMS_COUNTRIES,
      smpp: base.SMPP_URL === undefined ? null : smppFrom(new URL(base.SMPP_URL), env),
      gateway: base.SMS_GATEWAY_URL === undefined ? null : gatewayFrom(base.SMS_GATEWAY_URL, env),
    },
    zalo: base.ZALO_APP_ID === undefined ? null : zaloFrom(env),
  };
  if (base.PUBLIC_URL === undefined && channelsOn(config).length > 0)
    throw new Error('Messages are not configured: PUBLIC_URL is missing, to which they lead');
  return { ...config, publicUrl: base.PUBLIC_URL ?? '' };
}
