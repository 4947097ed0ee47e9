import { createHash, timingSafeEqual } from 'node:crypto';
import { z } from 'zod';
import { legalTime, type TrainingClock } from '../domain/trainingClock';
import type { Incoming } from './index';

/** The official account's webhook. */
export interface ZaloConfig {
  readonly appId: string;
  readonly secret: string;
  /** Seconds that a delivery may be old. */
  readonly tolerance: number;
}

const userEvent = z.object({
  event_name: z.string().startsWith('user_send_'),
  sender: z.object({ id: z.string().min(1) }),
  message: z.object({
    msg_id: z.string().min(1),
    text: z.string().default(''),
    attachments: z
      .array(z.object({ type: z.string(), payload: z.looseObject({ url: z.string().optional() }).default({}) }))
      .default([]),
  }),
  timestamp: z.coerce.number().int().positive(),
});

/**
 * Whether Zalo itself sent a body now: `X-ZEvent-Signature` is `mac=` and the SHA-256 of app id, body, timestamp and
 * the account's secret, over the bytes as they came.
 * @param now milliseconds since 1970 by the real clock.
 */
export function isFromZalo(body: Buffer, signature: string | undefined, config: ZaloConfig, now: number): boolean {
  const timestamp = timestampOf(body);
  const given = /^(?:mac=)?([0-9a-f]{64})$/i.exec(signature ?? '')?.[1];
  if (timestamp === null || given === undefined) return false;
  const expected = createHash('sha256')
    .update(config.appId)
    .update(body)
    .update(timestamp)
    .update(config.secret)
    .digest();
  const genuine = timingSafeEqual(expected, Buffer.from(given, 'hex'));
  return genuine && Math.abs(now - Number(timestamp)) <= config.tolerance * 1_000;
}

/** What somebody wrote to the official account; null for everything else that Zalo tells. */
export function readZalo(body: Buffer, clock: TrainingClock | null): Incoming | null {
  const event = userEvent.safeParse(JSON.parse(body.toString()));
  if (!event.success) return null;
  const { sender, message, timestamp } = event.data;
  // What has no address, such as a place, stands as it came.
  const enclosed = message.attachments.map(
    ({ type, payload }) => `[${type}] ${payload.url ?? JSON.stringify(payload)}`
  );
  const hasLinks = message.attachments.some(({ payload }) => payload.url !== undefined);
  return {
    source: 'zalo',
    messageId: message.msg_id,
    sender: sender.id,
    senderName: null,
    subject: null,
    text: [message.text, ...enclosed].filter((line) => line !== '').join('\n'),
    faults: hasLinks ? ['Pictures and files stay with Zalo: open the links while they work.'] : [],
    automatic: null,
    receivedAt: legalTime(timestamp, clock),
    files: [],
    original: { name: 'tin-nhan-zalo.txt', content: body },
  };
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
