import { z } from 'zod';
import { secret, text } from '../../environment';
import { readSettings } from './settings';

/** A server that takes e-mail. */
export interface SmtpConfig {
  readonly url: string;
  readonly from: string;
  readonly replyTo: string | null;
  /** Whoever brings bounces in proves it by this; null where nobody does. */
  readonly bounceSecret: string | null;
}

const environment = z.object({
  MAIL_FROM: text.regex(/^[^\r\n]+$/),
  MAIL_REPLY_TO: z.email().optional(),
  MAIL_BOUNCE_SECRET: secret.optional(),
});

export function smtpFrom(url: string, env: NodeJS.ProcessEnv): SmtpConfig {
  const given = readSettings(environment, env, ['MAIL_BOUNCE_SECRET']);
  return {
    url,
    from: given.MAIL_FROM,
    replyTo: given.MAIL_REPLY_TO ?? null,
    bounceSecret: given.MAIL_BOUNCE_SECRET ?? null,
  };
}
