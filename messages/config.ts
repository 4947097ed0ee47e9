import { z } from 'zod';
import { toSubmitters, type SubmitterTemplate } from './catalogue/texts';
import { languages, type Language } from '../domain/languages';
import { messageChannels, type MessageChannel, type WakingHours } from '../domain/informing';
import { flag, httpUrl, publicUrl, readEnvironment, secret, text } from '../environment';
import { tolerance, type ZaloWebhook } from './zaloWebhook';

/** A server that takes e-mail. */
export interface SmtpConfig {
  readonly url: string;
  readonly from: string;
  readonly replyTo: string | null;
  /** Whoever brings bounces in proves it by this; null where nobody does. */
  readonly bounceSecret: string | null;
}

/** How short messages are written, whichever way they leave. */
export interface SmsText {
  readonly diacritics: boolean;
  readonly maxSegments: number;
}

/** To whom they are sent, whichever way they leave. */
export interface SmsReach {
  /** Countries beside Viet Nam, such as `LA`. */
  readonly countries: readonly string[];
}

export interface SmppConfig {
  readonly host: string;
  readonly port: number;
  readonly tls: boolean;
  readonly systemId: string;
  readonly password: string;
  readonly systemType: string;
  /** The brand name that people see. */
  readonly sender: string;
  readonly perSecond: number;
  readonly long: 'udh' | 'payload';
  readonly responseMillis: number;
}

export interface SmsGatewayConfig {
  readonly url: string;
  readonly authorization: string | null;
  readonly sender: string;
  /** JSON with `{{to}}`, `{{from}}`, `{{text}}` and `{{reference}}` in it. */
  readonly body: string;
  /** Where the answer names the message: a JSON pointer. */
  readonly idAt: string;
  /** The provider sends what comes twice under one `Idempotency-Key` once. */
  readonly repeatable: boolean;
  readonly timeoutMillis: number;
  readonly callbackSecret: string | null;
}

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

export interface MessagesConfig {
  /** Where people reach the service, without a path. */
  readonly publicUrl: string;
  readonly language: Language;
  readonly hours: WakingHours;
  readonly smtp: SmtpConfig | null;
  readonly sms: SmsText & SmsReach & { readonly smpp: SmppConfig | null; readonly gateway: SmsGatewayConfig | null };
  readonly zalo: ZaloConfig | null;
}

/** The channels that are switched on, in the order in which they are tried. */
export const channelsOn = ({ smtp, sms, zalo }: Pick<MessagesConfig, 'smtp' | 'sms' | 'zalo'>): MessageChannel[] => {
  const on = { email: smtp !== null, sms: sms.smpp !== null || sms.gateway !== null, zalo: zalo !== null };
  return messageChannels.filter((channel) => on[channel]);
};

const seconds = (usual: number) => z.coerce.number().min(0.1).max(60).default(usual);
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

const smtpEnvironment = z.object({
  MAIL_FROM: text.regex(/^[^\r\n]+$/),
  MAIL_REPLY_TO: z.email().optional(),
  MAIL_BOUNCE_SECRET: secret.optional(),
});

const smppEnvironment = z.object({
  SMS_SENDER: text.max(20),
  SMPP_SYSTEM_TYPE: z.string().max(12).default(''),
  SMPP_PER_SECOND: z.coerce.number().min(0.1).max(1_000).default(10),
  SMPP_LONG: z.enum(['udh', 'payload']).default('udh'),
  SMPP_RESPONSE_SECONDS: seconds(20),
});

const gatewayEnvironment = z.object({
  SMS_SENDER: text.max(20),
  SMS_GATEWAY_AUTHORIZATION: text.optional(),
  SMS_GATEWAY_BODY: text.default('{"to":"{{to}}","from":"{{from}}","text":"{{text}}","reference":"{{reference}}"}'),
  SMS_GATEWAY_ID_AT: z.string().regex(/^\//, 'is no JSON pointer').default('/id'),
  SMS_GATEWAY_IDEMPOTENT: flag(false),
  SMS_GATEWAY_TIMEOUT_SECONDS: seconds(20),
  SMS_CALLBACK_SECRET: secret.optional(),
});

const zaloEnvironment = z.object({
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

const secrets = [
  'SMTP_URL',
  'MAIL_BOUNCE_SECRET',
  'SMPP_URL',
  'SMS_GATEWAY_AUTHORIZATION',
  'SMS_CALLBACK_SECRET',
  'ZALO_APP_SECRET',
  'ZALO_REFRESH_TOKEN',
  'ZALO_OA_SECRET',
];

const read = <Schema extends z.ZodType>(schema: Schema, env: NodeJS.ProcessEnv): z.output<Schema> =>
  readEnvironment(schema, env, { complaint: 'Messages are not configured', secrets });

/**
 * Reads which channels are switched on, and how. Each of the secrets may be named by a file (`…_FILE`).
 * @throws Error naming each variable that is missing or wrong, never its value.
 */
export function messagesConfigFrom(env: NodeJS.ProcessEnv): MessagesConfig {
  const base = read(common, env);
  if (base.SMPP_URL !== undefined && base.SMS_GATEWAY_URL !== undefined)
    throw new Error('Messages are not configured: SMPP_URL and SMS_GATEWAY_URL exclude each other');
  const [from, until] = base.WAKING_HOURS;
  const config = {
    language: base.MESSAGE_LANGUAGE,
    hours: { from, until },
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

function smtpFrom(url: string, env: NodeJS.ProcessEnv): SmtpConfig {
  const given = read(smtpEnvironment, env);
  return {
    url,
    from: given.MAIL_FROM,
    replyTo: given.MAIL_REPLY_TO ?? null,
    bounceSecret: given.MAIL_BOUNCE_SECRET ?? null,
  };
}

function smppFrom(url: URL, env: NodeJS.ProcessEnv): SmppConfig {
  const given = read(smppEnvironment, env);
  const tls = url.protocol === 'ssmpp:';
  return {
    host: url.hostname,
    port: url.port === '' ? (tls ? 3550 : 2775) : Number(url.port),
    tls,
    systemId: decodeURIComponent(url.username),
    password: decodeURIComponent(url.password),
    systemType: given.SMPP_SYSTEM_TYPE,
    sender: given.SMS_SENDER,
    perSecond: given.SMPP_PER_SECOND,
    long: given.SMPP_LONG,
    responseMillis: given.SMPP_RESPONSE_SECONDS * 1_000,
  };
}

function gatewayFrom(url: string, env: NodeJS.ProcessEnv): SmsGatewayConfig {
  const given = read(gatewayEnvironment, env);
  return {
    url,
    authorization: given.SMS_GATEWAY_AUTHORIZATION ?? null,
    sender: given.SMS_SENDER,
    body: given.SMS_GATEWAY_BODY,
    idAt: given.SMS_GATEWAY_ID_AT,
    repeatable: given.SMS_GATEWAY_IDEMPOTENT,
    timeoutMillis: given.SMS_GATEWAY_TIMEOUT_SECONDS * 1_000,
    callbackSecret: given.SMS_CALLBACK_SECRET ?? null,
  };
}

function zaloFrom(env: NodeJS.ProcessEnv): ZaloConfig {
  const given = read(zaloEnvironment, env);
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
