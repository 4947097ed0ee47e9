import type { Request, Response, Router } from 'express';
import { serve, type Handler } from '../api/operation';
import { principalOf } from '../api/principal';
import { Problem, validated } from '../api/problems';
import type { Attempts } from './attempts';
import type { Log } from './auth';
import type { Database, Executor } from './database';
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

/** Puts an act on record, in the transaction that does it. */
export type RecordAct = (tx: Executor, act: AccountAct) => Promise<void>;

/** What acts change. */
export interface Stores {
  readonly registry: Registry;
  readonly keys: Keys;
  readonly attempts: Attempts;
}

interface AdministrationDependencies {
  readonly db: Database;
  /** The stores as a transaction sees them, or the database itself. */
  readonly over: (executor: Executor) => Stores;
  readonly sessions: Sessions;
  readonly log: Log;
  readonly recordAct: RecordAct;
}

/** `/v1/accounts…`: what an administrator does with the accounts of others (R10.3), and what comes before the first one. */
export function createAdministration({ db, over, sessions, log, recordAct }: AdministrationDependencies) {
  const { registry, keys, attempts } = over(db);

  /** An act and its record: both are done, or neither. */
  const administer = <Result>(
    work: (stores: Stores, record: (act: AccountAct) => Promise<void>) => Promise<Result>
  ): Promise<Result> => db.transaction((tx) => work(over(tx), (act) => recordAct(tx, act)));

  /** @throws Problem 404 */
  async function found(id: string): Promise<Account> {
    const account = await registry.find(id);
    if (account === undefined) throw new Problem('account-not-found');
    return account;
  }

  /** Changes the rights of an account, with how they stood before and after on record. */
  const changeRights = (
    { by, id }: { by: string; id: string },
    act: string,
    change: (registry: Registry) => Promise<Account>
  ): Promise<Account> =>
    administer(async (stores, record) => {
      const before = await stores.registry.hold(id);
      const account = await change(stores.registry);
      await record({ by, act, subject: `account/${id}`, before: rightsOf(before), after: rightsOf(account) });
      return account;
    });

  const setDisabled =
    (disabled: boolean): Handler =>
    async (request, response) => {
      const { by, id } = anotherAccount(request, response);
      const act = disabled ? 'account.disable' : 'account.enable';
      const account = await changeRights({ by, id }, act, (rights) => rights.setDisabled(id, disabled));
      log.info({ by, account: id, disabled }, 'account disabled or enabled');
      response.json(account);
    };

  const create = async (input: unknown, by: string): Promise<Account> => {
    const account = await administer(async (stores, record) => {
      const created = await stores.registry.create(input, { emailVerified: true });
      const subject = `account/${created.id}`;
      await record({ by, act: 'account.create', subject, before: null, after: rightsOf(created) });
      return created;
    });
    log.info({ by, account: account.id, role: account.role }, 'account created');
    return account;
  };

  const router: Router = serve(administrationOperations, {
    async listAccounts(request, response) {
      response.json(await registry.list(request.query));
    },

    async createAccount(request, response) {
      response.status(201).json(await create(request.body, principalOf(response).id));
    },

    async readAccount(request, response) {
      const account = await found(validated(ofAccount, request.params).id);
      response.json({ ...account, lockedUntil: await attempts.lockedUntil('sign-in', account.email) });
    },

    async updateAccount(request, response) {
      const { by, id } = anotherAccount(request, response);
      const account = await changeRights({ by, id }, 'account.change', (rights) => rights.update(id, request.body));
      log.info({ by, account: id, role: account.role, agency: account.agency }, 'account changed');
      response.json(account);
    },

    disableAccount: setDisabled(true),
    enableAccount: setDisabled(false),

    async unlockAccount(request, response) {
      const account = await found(validated(ofAccount, request.params).id);
      const by = principalOf(response).id;
      await administer(async (stores, record) => {
        const lockedUntil = await stores.attempts.lockedUntil('sign-in', account.email);
        await stores.attempts.forget('sign-in', account.email);
        const subject = `account/${account.id}`;
        await record({ by, act: 'account.unlock', subject, before: { lockedUntil }, after: { lockedUntil: null } });
      });
      log.info({ by, account: account.id }, 'account unlocked');
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
      // Nobody knows the link before this stands on record.
      await recordAct(db, { by, act: 'account.offerPassword', subject: `account/${id}`, before: null, after });
      response.status(201).json(link);
    },

    async listKeys(request, response) {
      response.json({ keys: await keys.list(validated(ofAccount, request.params).id) });
    },

    async createKey(request, response) {
      const { id } = validated(ofAccount, request.params);
      const by = principalOf(response).id;
      const key = await administer(async (stores, record) => {
        const created = await stores.keys.create(id, request.body);
        const after = { key: created.id, scopes: created.scopes };
        await record({ by, act: 'account.addKey', subject: `account/${id}`, before: null, after });
        return created;
      });
      log.info({ by, account: id, key: key.id }, 'API key created');
      response.status(201).json(key);
    },

    async endKey(request, response) {
      const { id, key } = validated(ofKey, request.params);
      const by = principalOf(response).id;
      await administer(async (stores, record) => {
        await stores.keys.end(id, key);
        await record({ by, act: 'account.endKey', subject: `account/${id}`, before: { key }, after: null });
      });
      log.info({ by, account: id, key }, 'API key ended');
      response.status(204).end();
    },
  });
  return { create, router };
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
