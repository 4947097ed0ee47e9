import { simpleParser, type Attachment, type ParsedMail } from 'mailparser';
import { legalTime, type TrainingClock } from '../../domain/trainingClock';
import { toMillis, type Instant } from '../../domain/time';
import type { Incoming } from '../index';
import { automaticKind } from './automatic';
import { receivedBy } from './receivedBy';

export interface Mailbox {
  /** Our own addresses: what comes from them has come round. */
  readonly own: readonly string[];
  readonly clock: TrainingClock | null;
}

/** More than anybody reads; the whole stands in the original. */
const LONGEST_TEXT = 200_000;

const PARSING = { skipImageLinks: true };

/** Reads an e-mail as it came over the wire. What cannot be read as one becomes a message with its raw text. */
export async function readEmail(raw: Buffer, { own, clock }: Mailbox, now: Instant): Promise<Incoming> {
  const mail = await parsed(raw);
  const original = { name: 'thu-goc.eml', content: raw };
  if (mail === undefined)
    return {
      source: 'email',
      messageId: null,
      sender: null,
      senderName: null,
      subject: null,
      text: raw.toString().slice(0, LONGEST_TEXT),
      faults: ['The message cannot be read as an e-mail: its raw text is given.'],
      automatic: null,
      receivedAt: now,
      files: [],
      original,
    };
  const from = mail.from?.value[0];
  const received = receivedBy(mail.headerLines);
  const receivedAt = received === null ? now : legalTime(received, clock);
  return {
    source: 'email',
    messageId: mail.messageId ?? null,
    sender: from?.address?.toLowerCase() ?? null,
    senderName: from?.name === '' ? null : (from?.name ?? null),
    subject: mail.subject ?? null,
    text: mail.text.slice(0, LONGEST_TEXT),
    faults: mail.faults,
    automatic: automaticKind(mail, own),
    // A clock that goes ahead of ours must not put a receipt into the future.
    receivedAt: toMillis(receivedAt) > toMillis(now) ? now : receivedAt,
    files: mail.attachments.map(fileOf),
    original,
  };
}

async function parsed(raw: Buffer) {
  try {
    const mail = await simpleParser(raw, PARSING);
    return mail.headerLines.some(({ key }) => key === 'from') ? { ...mail, ...(await textOf(mail)) } : undefined;
  } catch {
    // The parser gives up on few things, and those a person must look at.
    return undefined;
  }
}

/** What a person reads in a message; the parser takes it from HTML only where that is the whole message or beside a plain text. */
async function textOf(mail: ParsedMail): Promise<Pick<Incoming, 'text' | 'faults'>> {
  const hasText = (mail.text ?? '').trim() !== '';
  const { text = '', textConversionError } =
    hasText || !mail.html
      ? mail
      : await simpleParser(`Content-Type: text/html; charset=utf-8\r\n\r\n${mail.html}`, PARSING);
  return {
    text,
    faults:
      textConversionError === undefined ? [] : ['Its HTML cannot be turned into a text: it stands in the original.'],
  };
}

const fileOf = ({ filename, content, contentType }: Attachment) => ({
  name: filename ?? contentType.replace('/', '.'),
  content,
});
