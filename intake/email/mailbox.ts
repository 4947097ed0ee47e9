import { ImapFlow } from 'imapflow';
import type { ImapConfig } from '../config';

/** What a mailbox is emptied with. */
export interface MailboxReader {
  readonly config: ImapConfig;
  readonly maxBytes: number;
  /** Takes one message in, once however often it is given; one that throws is left to the next pass. */
  readonly take: (raw: Buffer) => Promise<void>;
  readonly log: { warn: (details: object, message: string) => void };
}

/**
 * Takes in every message of a mailbox that is not marked as seen, and marks it once it has been. One that cannot be taken
 * in, or that the server cannot give, holds up no other; one that is too large stays for a person, flagged.
 * @returns how many were taken in.
 */
export async function emptyMailbox(reader: MailboxReader): Promise<number> {
  const { config, log } = reader;
  let client = await opened(config);
  let taken = 0;
  try {
    const waiting = (await client.search({ seen: false, flagged: false }, { uid: true })) || [];
    for (const uid of waiting) {
      // Some servers break the connection over a message that they cannot give.
      if (!client.usable) client = await opened(config);
      try {
        if (await takeOne(client, uid, reader)) taken++;
      } catch (error) {
        log.warn({ uid, err: error }, 'a message could not be taken in; it is tried again');
      }
    }
  } finally {
    await client.logout().catch(() => {
      client.close();
    });
  }
  return taken;
}

async function opened({ host, port, secure, user, password, mailbox }: ImapConfig): Promise<ImapFlow> {
  const client = new ImapFlow({ host, port, secure, auth: { user, pass: password }, logger: false });
  // A connection that breaks also rejects what waits for it; there the fault is told.
  client.on('error', () => undefined);
  await client.connect();
  await client.mailboxOpen(mailbox);
  return client;
}

/** Whether the message was taken in. */
async function takeOne(client: ImapFlow, uid: number, { maxBytes, take, log }: MailboxReader): Promise<boolean> {
  const one = { uid: String(uid) };
  const found = await client.fetchOne(one.uid, { size: true }, { uid: true });
  if (!found) return false;
  if ((found.size ?? 0) > maxBytes) {
    await client.messageFlagsAdd(one, ['\\Flagged'], { uid: true });
    log.warn({ uid, size: found.size }, 'a message is too large to be taken in: it stays in the mailbox, flagged');
    return false;
  }
  const message = await client.fetchOne(one.uid, { source: true }, { uid: true });
  if (!message || message.source === undefined) return false;
  await take(message.source);
  await client.messageFlagsAdd(one, ['\\Seen'], { uid: true });
  return true;
}
