import { createHmac, randomBytes } from 'node:crypto';
import { Webhook } from 'standardwebhooks';

const SECRET_BYTES = 32;

export const newSecret = (): string => `whsec_${randomBytes(SECRET_BYTES).toString('base64')}`;

/**
 * The headers of the Standard Webhooks scheme. While secrets rotate there is a signature by each, so that a receiver that
 * knows either one can check the message.
 */
export const signedHeaders = (
  messageId: string,
  at: Date,
  body: string,
  secrets: readonly string[]
): Record<string, string> => ({
  'webhook-id': messageId,
  'webhook-timestamp': String(Math.floor(at.getTime() / 1_000)),
  'webhook-signature': secrets.map((secret) => new Webhook(secret).sign(messageId, at, body)).join(' '),
});

/** The id by which one subscriber knows a case: it leads neither to the case nor to what other subscribers call it. */
export const pseudonym = (code: string, key: string): string =>
  `case_${createHmac('sha256', key).update(code).digest('hex').slice(0, 32)}`;
