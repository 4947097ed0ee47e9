import { z } from 'zod';
import { flag, secret, text } from '../../environment';
import { readSettings, seconds } from './settings';

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

const environment = z.object({
  SMS_SENDER: text.max(20),
  SMS_GATEWAY_AUTHORIZATION: text.optional(),
  SMS_GATEWAY_BODY: text.default('{"to":"{{to}}","from":"{{from}}","text":"{{text}}","reference":"{{reference}}"}'),
  SMS_GATEWAY_ID_AT: z.string().regex(/^\//, 'is no JSON pointer').default('/id'),
  SMS_GATEWAY_IDEMPOTENT: flag(false),
  SMS_GATEWAY_TIMEOUT_SECONDS: seconds(20),
  SMS_CALLBACK_SECRET: secret.optional(),
});

export function gatewayFrom(url: string, env: NodeJS.ProcessEnv): SmsGatewayConfig {
  const given = readSettings(environment, env, ['SMS_GATEWAY_AUTHORIZATION', 'SMS_CALLBACK_SECRET']);
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
