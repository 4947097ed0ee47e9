import type { Request, Response, Router } from 'express';
import { serve, type Handler } from '../http/operation';
import { principalOf } from '../http/principal';
import { invalidInput, Problem, validated } from '../http/problems';
import { administer } from '../db/administer';
import { fault } from '../domain/faults';
import { OFFICE, SERVICE } from '../domain/roles';
import { assertAdministrator } from './administrator';
import type { Attempts } from './attempts';
import { linkEnd, type Log } from './auth';
import type { Database, Executor } from './database';
import { newAccountInput } from './inputs';
import type { Keys } from './keys';
import { administrationOperations, ofAccount, ofKey } from './operations';
import type { Account, Registry } from './registry';
import type { Sessions } from './sessions';

/** What an administrator did to an account, and how it stood before and after; null where it was not. */
interface AccountAct {
  readonly by: string;
  readonly act: string;
  readonly subject: string;
  readonly before: unknown;
  readonly after: unknown;
}

/** What acts on accounts have to do with the rest of the service, each within the transaction of the act. */
export interface Surroundings {
  /** Puts an act on record. */
  readonly recordAct: (tx: Executor, act: AccountAct) => Promise<void>;
  /** Whether there is such a unit today. */
  readonly isAgency: (tx: Executor, agency: string) => Promise<boolean>;
  /** Ends what rested on rights that an account no longer has. */
  readonly endWhatLapsed: (tx: Executor, changed: { readonly account: string; readonly by: string }) => Promise<void>;
}

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
  readonly surroundings: Surroundings;
}

/** An act under way: what it changes, and what else it has to do. */
interface Act {
  readonly stores: Stores;
  readonly record: (act: AccountAct) => Promise<void>;
  /** Whether the account's unit is one of today, where it has one; the Office always is. */
  readonly hasUnit: (account: Account) => Promise<boolean>;
  readonly endWhatLapsed: (changed: { readonly account: string; readonly by: string }) => Promise<void>;
}

/** `/v1/accounts…`: what an administrator does with the accounts of others (R10.3), and what comes before the first one. */
export function createAdministration({ db, over, sessions, log, surroundings }: AdministrationDependencies) {
  const { registry, keys, attempts } = over(db);
  const { recordAct, isAgency, endWhatLapsed } = surroundings;

  /** An act and its record: both are done, or neither. Until then no unit begins or ends, and who asks remains who may. */
  const administered = <Result>(by: string, work: (act: Act) => Promise<Result>): Promise<Result> =>
    administer(db, async (tx) => {
      const stores = over(tx);
      if (by !== SERVICE) await assertAdministrator(tx, by);
      return work({
        stores,
        record: (act) => recordAct(tx, act),
        hasUnit: async ({ agency }) => agency === null || agency === OFFICE || (await isAgency(tx, agency)),
        endWhatLapsed: (changed) => endWhatLapsed(tx, changed),
      });
    });

  /** Changes the rights of an account, with how they stood before and after on record, and all that rested on them. */
  const changeRights = (
    { by, id }: { by: string; id: string },
    name: string,
    change: (act: Act, before: Account | undefined) => Promise<Account>
  ): Promise<Account> =>
    administered(by, async (act) => {
      const before = await act.stores.registry.hold(id);
      const account = await change(act, before);
      await act.record({ by, act: name, subject: `account/${id}`, before: rightsOf(before), after: rightsOf(account) });
      await act.endWhatLapsed({ account: id, by });
      // Keys are those of a system: with another role they are no longer seen, and would work again with this one.
      if (before?.role !== account.role) await act.stores.keys.endAll(id);
      return account;
    });

  const setDisabled =
    (disabled: boolean): Handler =>
    async (request, response) => {
      const { by, id } = anotherAccount(request, response);
      const name = disabled ? 'account.disable' : 'account.enable';
      const account = await changeRights({ by, id }, name, async ({ stores, hasUnit }) => {
        const changed = await stores.registry.setDisabled(id, disabled);
        if (!disabled && !(await hasUnit(changed))) throw new Problem('no-such-agency');
        return changed;
      });
      log.info({ by, account: id, disabled }, 'account disabled or enabled');
      response.json(account);
    };

  const create = async (input: unknown, by: string): Promise<Account> => {
    const person = validated(newAccountInput, input);
    const account = await administered(by, async ({ stores, record, hasUnit }) => {
      const created = await stores.registry.create(person, { emailVerified: true });
      if (!(await hasUnit(created))) throw unitUnknown();
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
      const account = existing(await registry.find(validated(ofAccount, request.params).id));
      response.json({ ...account, lockedUntil: await attempts.lockedUntil('sign-in', account.email) });
    },

    async updateAccount(request, response) {
      const { by, id } = anotherAccount(request, response);
      const account = await changeRights({ by, id }, 'account.change', async ({ stores, hasUnit }, before) => {
        const changed = await stores.registry.update(id, request.body);
        const isSame = changed.role === before?.role && changed.agency === before.agency;
        if (!isSame && !(await hasUnit(changed))) throw unitUnknown();
        return changed;
      });
      log.info({ by, account: id, role: account.role, agency: account.agency }, 'account changed');
      response.json(account);
    },

    disableAccount: setDisabled(true),
    enableAccount: setDisabled(false),

    async unlockAccount(request, response) {
      const account = existing(await registry.find(validated(ofAccount, request.params).id));
      const by = principalOf(response).id;
      await administered(by, async ({ stores, record }) => {
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
      const expiresAt = linkEnd();
      await administered(by, async ({ stores, record }) => {
        const account = existing(await stores.registry.hold(id));
        if (account.disabled) throw new Problem('account-disabled');
        if (!account.emailVerified) throw new Problem('email-unproven');
        await record({
          by,
          act: 'account.offerPassword',
          subject: `account/${id}`,
          before: null,
          after: { expiresAt },
        });
      });
      // The library writes it over a connection of its own, which nobody may wait for who holds the lock.
      const link = await sessions.passwordLink(id, expiresAt);
      log.info({ by, account: id }, 'password link made');
      response.status(201).json(link);
    },

    async listKeys(request, response) {
      response.json({ keys: await keys.list(validated(ofAccount, request.params).id) });
    },

    async createKey(request, response) {
      const { id } = validated(ofAccount, request.params);
      const by = principalOf(response).id;
      const key = await administered(by, async ({ stores, record }) => {
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
      await administered(by, async ({ stores, record }) => {
        await stores.keys.end(id, key);
        await record({ by, act: 'account.endKey', subject: `account/${id}`, before: { key }, after: null });
      });
      log.info({ by, account: id, key }, 'API key ended');
      response.status(204).end();
    },
  });
  return { create, router };
}

/** @throws Problem 404 */
function existing(account: Account | undefined): Account {
  if (account === undefined) throw new Problem('account-not-found');
  return account;
}

const unitUnknown = () => invalidInput([fault('/agency', 'unknown', 'There is no such unit today.')]);

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
