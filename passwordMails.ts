import type { Client } from '@temporalio/client';
import type { Log, PasswordReset } from './accounts';
import type { Database } from './db/database';
import { addPasswordMail, waitingPasswordMails } from './db/passwordMails';
import { seal } from './messages/sealed';
import type { Keyring } from './temporal/codec';
import { started } from './temporal/started';
import type { passwordMail } from './workflows/passwordMail';

export interface PasswordMailsOptions {
  readonly client: Pick<Client, 'workflow'>;
  readonly taskQueue: string;
  readonly db: Database;
  readonly keyring: Keyring;
  readonly emailIsOn: boolean;
  readonly log: Log;
}

export interface PasswordMails {
  /** Keeps the link and begins to send it, as long as it works; while e-mail is off, an operator finds it in the log. */
  send(reset: PasswordReset): Promise<void>;
  /** Begins with those that nobody began to send: so none is lost between the database and its workflow. */
  takeUp(): Promise<void>;
}

/** How a link that sets a password reaches its owner. */
export function createPasswordMails({
  client,
  taskQueue,
  db,
  keyring,
  emailIsOn,
  log,
}: PasswordMailsOptions): PasswordMails {
  const start = (id: string): Promise<void> =>
    started(
      client.workflow.start<typeof passwordMail>('passwordMail', {
        workflowId: `password-mail/${id}`,
        workflowIdReusePolicy: 'REJECT_DUPLICATE',
        taskQueue,
        args: [id],
      })
    );

  return {
    async send({ account, url, expiresAt }) {
      if (!emailIsOn) {
        log.warn({ passwordReset: url }, 'a password reset was asked for, and e-mail is switched off');
        return;
      }
      await start(
        await addPasswordMail(db, { account: account.id, ...seal(keyring, 'password-links', url), expiresAt })
      );
    },
    async takeUp() {
      for (const id of await waitingPasswordMails(db)) await start(id);
    },
  };
}
