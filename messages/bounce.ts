import { simpleParser } from 'mailparser';

/** What an e-mail that came back says: which message, by our id, and the status by which it failed for good. */
export interface Bounce {
  readonly messageId: string;
  /** An enhanced status code such as `5.1.1`. */
  readonly status: string;
}

/**
 * Reads a delivery status notification (RFC 3464).
 * @returns null where it is none, tells of a delay or of success, or names no message of ours.
 */
export async function bounceOf(raw: Buffer): Promise<Bounce | null> {
  const { attachments } = await simpleParser(raw, {
    keepDeliveryStatus: true,
    skipHtmlToText: true,
    skipTextToHtml: true,
  });
  const part = (types: readonly string[]) =>
    attachments.find(({ contentType }) => types.includes(contentType))?.content.toString('utf8');
  const report = part(['message/delivery-status']);
  if (report === undefined || fieldOf(report, 'Action')?.toLowerCase() !== 'failed') return null;
  const returned = part(['message/rfc822', 'text/rfc822-headers']) ?? '';
  const messageId = idIn(fieldOf(returned, 'Message-ID')) ?? idIn(fieldOf(report, 'Original-Envelope-Id')) ?? null;
  const status = /\d\.\d{1,3}\.\d{1,3}/.exec(fieldOf(report, 'Status') ?? '')?.[0] ?? '5.0.0';
  return messageId === null ? null : { messageId, status };
}

const fieldOf = (headers: string, name: string): string | undefined =>
  new RegExp(`^${name}:\\s*(\\S.*)$`, 'im').exec(headers)?.[1]?.trimEnd();

/** Our ids are UUIDs; whatever stands around one is the mail system's. */
const idIn = (text: string | undefined): string | undefined =>
  /[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}/i.exec(text ?? '')?.[0].toLowerCase();
