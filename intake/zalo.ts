import { z } from 'zod';
import { earliest, type Instant } from '../domain/time';
import { legalTime, type TrainingClock } from '../domain/trainingClock';
import type { Incoming } from './index';

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

/** What somebody wrote to the official account; null for everything else that Zalo tells. */
export function readZalo(body: Buffer, clock: TrainingClock | null, now: Instant): Incoming | null {
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
    // A clock that goes ahead of ours must not put a receipt into the future.
    receivedAt: earliest(legalTime(timestamp, clock), now),
    files: [],
    original: { name: 'tin-nhan-zalo.txt', content: body },
  };
}
