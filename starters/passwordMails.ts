import { setTimeout } from 'node:timers/promises';
import type { Log, PasswordReset } from '../accounts';
import type { Database } from '../db/database';
import { addPasswordMail, waitingPasswordMails } from '../db/passwordMails';
import { seal } from '../secrets/sealed';
import type { Keyring } from '../secrets/keyring';
import { started } from '../temporal/started';
import type { Starting } from '../temporal/starting';
import type { passwordMail } from '../workflows/passwordMail';

export interface PasswordMailsOptions {
  readonly db: Database;
  readonly keyring: Keyring;
  readonly emailIsOn: boolean;
  readonly production: boolean;
  readonly log: Log;
}

export interface PasswordMails {
  /** Keeps the link and begins to send it, as long as it works; while e-mail is off, whoever tries the service on their machine finds it in the log. */
  send(reset: PasswordReset): Promise<void>;
  /** Begins with those that nobody began to send: so none is lost between the database and its workflow. */
  takeUp(): Promise<void>;
}

/** How soon Temporal is asked again that was away. */
const RETRY_MILLIS = 2_000;

/** How a link that sets a password reaches its owner. */
export function createPasswordMails(
  { client, taskQueue }: Starting,
  { db, keyring, emailIsOn, production, log }: PasswordMailsOptions
): PasswordMails {
  const start = (id: string): Promise<void> =>
    started(
      client.workflow.start<typeof passwordMail>('passwordMail', {
        workflowId: `password-mail/${id}`,
        workflowIdReusePolicy: 'REJECT_DUPLICATE',
        taskQueue,
        args: [id],
      })
    );

  /** Waits for Temporal as long as the link works; with what a process left that ended meanwhile, the next one begins. */
  async function begin(id: string, expiresAt: Date): Promise<void> {
    for (let waits = false; ; waits = true) {
      try {
        await start(id);
        return;
      } catch (error) {
        if (expiresAt.getTime() <= Date.now()) throw error;
        if (!waits) log.warn({ err: error }, 'a link for a password waits for Temporal');
      }
      await setTimeout(RETRY_MILLIS, undefined, { ref: false });
    }
  }

  return {
    async send({ account, url, expiresAt }) {
      if (!emailIsOn) {
        // Whoever reads a log of production could be anybody with such a link.
        log.warn(
          production ? {} : { passwordReset: url },
          'a password reset was asked for, and e-mail is switched off'
        );
        return;
      }
      const sealed = seal(keyring, 'password-links', url);
      await begin(await addPasswordMail(db, { account: account.id, ...sealed, expiresAt }), expiresAt);
    },
    async takeUp() {
      for (const id of await waitingPasswordMails(db)) await start(id);
    },
  };
}
