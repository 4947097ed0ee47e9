import type { Request, Response, Router } from 'express';
import { serve, type Handler } from '../api/operation';
import { principalOf } from '../api/principal';
import { Problem, validated } from '../api/problems';
import type { Attempts } from './attempts';
import type { Log } from './auth';
import type { Keys } from './keys';
import { administrationOperations, ofAccount, ofKey } from './operations';
import type { Account, Registry } from './registry';
import type { Sessions } from './sessions';

/** What an administrator did to an account, and how it stood before and after; null where it was not. */
export interface AccountAct {
  readonly by: string;
  readonly act: string;
  readonly subject: string;
  readonly before: unknown;
  readonly after: unknown;
}

/** Puts an act on record. */
export type RecordAct = (act: AccountAct) => Promise<void>;

interface AdministrationDependencies {
  readonly registry: Registry;
  readonly keys: Keys;
  readonly sessions: Sessions;
  readonly attempts: Attempts;
  readonly log: Log;
  readonly recordAct: RecordAct;
}

/** `/v1/accounts…`: what an administrator does with the accounts of others (R10.3). */
export function createAdministration({
  registry,
  keys,
  sessions,
  attempts,
  log,
  recordAct,
}: AdministrationDependencies): Router {
  /** @throws Problem 404 */
  async function found(id: string): Promise<Account> {
    const account = await registry.find(id);
    if (account === undefined) throw new Problem('account-not-found');
    return account;
  }
  const withLock = async (account: Account) => ({
    ...account,
    lockedUntil: await attempts.lockedUntil('sign-in', account.email),
  });

  const setDisabled =
    (disabled: boolean): Handler =>
    async (request, response) => {
      const { by, id } = anotherAccount(request, response);
      const before = await registry.find(id);
      const account = await registry.setDisabled(id, disabled);
      log.info({ by, account: id, disabled }, 'account disabled or enabled');
      const act = disabled ? 'account.disable' : 'account.enable';
      await recordAct({ by, act, subject: `account/${id}`, before: rightsOf(before), after: rightsOf(account) });
      response.json(account);
    };

  return serve(administrationOperations, {
    async listAccounts(request, response) {
      response.json(await registry.list(request.query));
    },

    async createAccount(request, response) {
      const account = await registry.create(request.body, { emailVerified: true });
      const by = principalOf(response).id;
      log.info({ by, account: account.id, role: account.role }, 'account created');
      const subject = `account/${account.id}`;
      await recordAct({ by, act: 'account.create', subject, before: null, after: rightsOf(account) });
      response.status(201).json(account);
    },

    async readAccount(request, response) {
      response.json(await withLock(await found(validated(ofAccount, request.params).id)));
    },

    async updateAccount(request, response) {
      const { by, id } = anotherAccount(request, response);
      const before = await registry.find(id);
      const account = await registry.update(id, request.body);
      log.info({ by, account: id, role: account.role, agency: account.agency }, 'account changed');
      const subject = `account/${id}`;
      await recordAct({ by, act: 'account.change', subject, before: rightsOf(before), after: rightsOf(account) });
      response.json(account);
    },

    disableAccount: setDisabled(true),
    enableAccount: setDisabled(false),

    async unlockAccount(request, response) {
      const account = await found(validated(ofAccount, request.params).id);
      const before = await withLock(account);
      await attempts.forget('sign-in', account.email);
      const by = principalOf(response).id;
      log.info({ by, account: account.id }, 'account unlocked');
      await recordAct({
        by,
        act: 'account.unlock',
        subject: `account/${account.id}`,
        before: { lockedUntil: before.lockedUntil },
        after: { lockedUntil: null },
      });
      response.json({ ...account, lockedUntil: null });
    },

    async offerPassword(request, response) {
      const { by, id } = anotherAccount(request, response);
      const account = await found(id);
      if (account.disabled) throw new Problem('account-disabled');
      if (!account.emailVerified) throw new Problem('email-unproven');
      const link = await sessions.passwordLink(id);
      log.info({ by, account: id }, 'password link made');
      const after = { expiresAt: link.expiresAt };
      await recordAct({ by, act: 'account.offerPassword', subject: `account/${id}`, before: null, after });
      response.status(201).json(link);
    },

    async listKeys(request, response) {
      response.json({ keys: await keys.list(validated(ofAccount, request.params).id) });
    },

    async createKey(request, response) {
      const { id } = validated(ofAccount, request.params);
      const key = await keys.create(id, request.body);
      const by = principalOf(response).id;
      log.info({ by, account: id, key: key.id }, 'API key created');
      const after = { key: key.id, scopes: key.scopes };
      await recordAct({ by, act: 'account.addKey', subject: `account/${id}`, before: null, after });
      response.status(201).json(key);
    },

    async endKey(request, response) {
      const { id, key } = validated(ofKey, request.params);
      await keys.end(id, key);
      const by = principalOf(response).id;
      log.info({ by, account: id, key }, 'API key ended');
      await recordAct({ by, act: 'account.endKey', subject: `account/${id}`, before: { key }, after: null });
      response.status(204).end();
    },
  });
}

/** What of an account goes on record: its rights, and not whose it is. */
const rightsOf = (account: Account | undefined) =>
  account && { role: account.role, agency: account.agency, disabled: account.disabled };

/** Administrators keep off their own account, so that there is always one left. */
function anotherAccount(request: Request, response: Response): { by: string; id: string } {
  const { id: by } = principalOf(response);
  const { id } = validated(ofAccount, request.params);
  if (id === by) throw new Problem('own-account');
  return { by, id };
}
