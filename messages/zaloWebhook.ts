import { createHash } from 'node:crypto';
import { z } from 'zod';
import { isSameSecret } from '../secrets/sameSecret';

/** By what an event of Zalo is known: for which application and with which secret of the official account it is signed. */
export interface ZaloWebhook {
  readonly appId: string;
  readonly secret: string;
  /** Seconds that an event may be old. */
  readonly tolerance: number;
}

/** As `ZALO_WEBHOOK_TOLERANCE_SECONDS` gives it. */
export const tolerance = z.coerce.number().int().min(1).default(900);

/**
 * Whether Zalo itself sent a body now, for our application: `X-ZEvent-Signature` is `mac=` and the SHA-256 of app id,
 * body, timestamp and the account's secret, over the bytes as they came.
 * @param now milliseconds since 1970 by the real clock.
 */
export function isFromZalo(body: Buffer, signature: string | undefined, webhook: ZaloWebhook, now: number): boolean {
  const timestamp = timestampOf(body);
  const given = /^(?:mac=)?([0-9a-f]{64})$/i.exec(signature ?? '')?.[1];
  if (timestamp === null || given === undefined) return false;
  const right = createHash('sha256')
    .update(webhook.appId)
    .update(body)
    .update(timestamp)
    .update(webhook.secret)
    .digest();
  const genuine = isSameSecret(Buffer.from(given, 'hex'), right);
  return genuine && Math.abs(now - Number(timestamp)) <= webhook.tolerance * 1_000;
}

function timestampOf(body: Buffer): string | null {
  try {
    const told = z.object({ timestamp: z.union([z.string(), z.int()]) }).safeParse(JSON.parse(body.toString()));
    return told.success ? String(told.data.timestamp) : null;
  } catch {
    // No JSON: Zalo has not sent it.
    return null;
  }
}
