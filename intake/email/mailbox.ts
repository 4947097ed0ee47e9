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
 * in holds up no other; one that is too large stays for a person, flagged.
 * @returns how many were taken in.
 */
export async function emptyMailbox({ config, maxBytes, take, log }: MailboxReader): Promise<number> {
  const { host, port, secure, user, password, mailbox } = config;
  const client = new ImapFlow({ host, port, secure, auth: { user, pass: password }, logger: false });
  // A connection that breaks also rejects what waits for it; there the fault is told.
  client.on('error', () => undefined);
  await client.connect();
  let taken = 0;
  try {
    await client.mailboxOpen(mailbox);
    const waiting = (await client.search({ seen: false, flagged: false }, { uid: true })) || [];
    for (const uid of waiting) {
      const one = { uid: String(uid) };
      const found = await client.fetchOne(one.uid, { size: true }, { uid: true });
      if (!found) continue;
      if ((found.size ?? 0) > maxBytes) {
        await client.messageFlagsAdd(one, ['\\Flagged'], { uid: true });
        log.warn({ uid, size: found.size }, 'a message is too large to be taken in: it stays in the mailbox, flagged');
        continue;
      }
      const message = await client.fetchOne(one.uid, { source: true }, { uid: true });
      if (!message || message.source === undefined) continue;
      try {
        await take(message.source);
      } catch (error) {
        log.warn({ uid, err: error }, 'a message could not be taken in; it is tried again');
        continue;
      }
      await client.messageFlagsAdd(one, ['\\Seen'], { uid: true });
      taken++;
    }
  } finally {
    await client.logout().catch(() => {
      client.close();
    });
  }
  return taken;
}
