import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { chownSync, mkdtempSync } from 'node:fs';
import { chmod, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { connect } from 'node:net';
import { tmpdir, userInfo } from 'node:os';
import { join } from 'node:path';
import { ImapFlow } from 'imapflow';
import { eventually } from './eventually';
import { freePort } from './freePort';

/** Dovecot on loopback, as a process that has no rights, with one mailbox that starts empty. */
export interface ImapServer {
  /** How the service reaches the mailbox. */
  readonly env: Readonly<Record<string, string>>;
  /** Puts a message into the mailbox, as a mail server does. */
  append(raw: string | Buffer): Promise<void>;
  /** The flags of each message, in the order in which they came. */
  readonly flags: () => Promise<string[][]>;
  /** Takes a mark off every message, as if it had never been set. */
  unmark(flag: string): Promise<void>;
  /** Makes the message of a subject unreadable to the server, as a broken disk does. */
  withhold(subject: string): Promise<void>;
  stop(): Promise<void>;
}

const PASSWORD = 'of-the-mailbox';

/** Nobody, where the test itself has all rights: Dovecot opens no mailbox as root. */
const user = process.getuid?.() === 0 ? { uid: 65_534, gid: 65_534, username: 'nobody' } : userInfo();

export async function startImapServer(): Promise<ImapServer> {
  const folder = mkdtempSync(join(tmpdir(), 'imap-'));
  chownSync(folder, user.uid, user.gid);
  const port = await freePort();
  const configuration = join(folder, 'dovecot.conf');
  await writeFile(configuration, configured(folder, port), { mode: 0o644 });
  const server = spawn('dovecot', ['-F', '-c', configuration], {
    uid: user.uid,
    gid: user.gid,
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  const failed = Promise.race([once(server, 'error'), once(server, 'exit')]).then(([cause]) => {
    throw new Error('Dovecot does not run: is dovecot-imapd installed?', { cause });
  });
  // It also ends when it is told to.
  failed.catch(() => undefined);
  await Promise.race([failed, eventually(() => answers(port), Boolean)]);

  const inbox = async <T>(use: (client: ImapFlow) => Promise<T>): Promise<T> => {
    const auth = { user: 'pakn', pass: PASSWORD };
    const client = new ImapFlow({ host: '127.0.0.1', port, secure: false, auth, logger: false });
    await client.connect();
    try {
      await client.mailboxOpen('INBOX');
      return await use(client);
    } finally {
      await client.logout();
    }
  };
  return {
    env: {
      INTAKE_IMAP_HOST: '127.0.0.1',
      INTAKE_IMAP_PORT: String(port),
      INTAKE_IMAP_TLS: 'false',
      INTAKE_IMAP_USER: 'pakn',
      INTAKE_IMAP_PASSWORD: PASSWORD,
    },
    append: (raw) =>
      inbox(async (client) => {
        await client.append('INBOX', raw);
      }),
    flags: () =>
      inbox(async (client) => (await client.fetchAll('1:*', { flags: true })).map(({ flags }) => [...(flags ?? [])])),
    unmark: (flag) =>
      inbox(async (client) => {
        await client.messageFlagsRemove('1:*', [flag]);
      }),
    withhold: async (subject) => {
      const kept = join(folder, 'mail/cur');
      for (const name of await readdir(kept)) {
        const path = join(kept, name);
        const lines = (await readFile(path, 'utf8')).split(/\r?\n/);
        if (lines.includes(`Subject: ${subject}`)) await chmod(path, 0);
      }
    },
    stop: async () => {
      server.kill('SIGTERM');
      await once(server, 'exit');
      await rm(folder, { recursive: true });
    },
  };
}

const answers = (port: number): Promise<boolean> =>
  new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1', () => {
      socket.end();
      resolve(true);
    });
    socket.on('error', () => {
      resolve(false);
    });
  });

/** Dovecot asks for the name. */
const groupOf = (username: string): string => execFileSync('id', ['-gn', username], { encoding: 'utf8' }).trim();

const configured = (folder: string, port: number): string => `
base_dir = ${folder}/run
state_dir = ${folder}/state
log_path = ${folder}/errors.log
info_log_path = /dev/null
protocols = imap
listen = 127.0.0.1
ssl = no
disable_plaintext_auth = no
default_internal_user = ${user.username}
default_internal_group = ${groupOf(user.username)}
default_login_user = ${user.username}
first_valid_uid = 1
mail_location = maildir:${folder}/mail
passdb {
  driver = static
  args = password=${PASSWORD}
}
userdb {
  driver = static
  args = uid=${String(user.uid)} gid=${String(user.gid)} home=${folder}/home
}
service imap-login {
  chroot =
  inet_listener imap {
    port = ${String(port)}
  }
  inet_listener imaps {
    port = 0
  }
}
service anvil {
  chroot =
}
`;
