import type { Request, Response, Router } from 'express';
import { serve, type Handler } from '../api/operation';
import { principalOf } from '../api/principal';
import { Problem, validated } from '../api/problems';
import type { Log } from './auth';
import type { Keys } from './keys';
import { administrationOperations, ofAccount, ofKey } from './operations';
import type { Registry } from './registry';

interface AdministrationDependencies {
  readonly registry: Registry;
  readonly keys: Keys;
  readonly log: Log;
}

/** `/v1/accounts…`: what an administrator does with the accounts of others (R10.3). */
export function createAdministration({ registry, keys, log }: AdministrationDependencies): Router {
  const setDisabled =
    (disabled: boolean): Handler =>
    async (request, response) => {
      const { by, id } = anotherAccount(request, response);
      const account = await registry.setDisabled(id, disabled);
      log.info({ by, account: id, disabled }, 'account disabled or enabled');
      response.json(account);
    };

  return serve(administrationOperations, {
    async listAccounts(request, response) {
      response.json(await registry.list(request.query));
    },

    async createAccount(request, response) {
      const account = await registry.create(request.body, { emailVerified: true });
      log.info({ by: principalOf(response).id, account: account.id, role: account.role }, 'account created');
      response.status(201).json(account);
    },

    async readAccount(request, response) {
      const account = await registry.find(validated(ofAccount, request.params).id);
      if (account === undefined) throw new Problem('account-not-found');
      response.json(account);
    },

    async updateAccount(request, response) {
      const { by, id } = anotherAccount(request, response);
      const account = await registry.update(id, request.body);
      log.info({ by, account: id, role: account.role, agency: account.agency }, 'account changed');
      response.json(account);
    },

    disableAccount: setDisabled(true),
    enableAccount: setDisabled(false),

    async listKeys(request, response) {
      response.json({ keys: await keys.list(validated(ofAccount, request.params).id) });
    },

    async createKey(request, response) {
      const { id } = validated(ofAccount, request.params);
      const key = await keys.create(id, request.body);
      log.info({ by: principalOf(response).id, account: id, key: key.id }, 'API key created');
      response.status(201).json(key);
    },

    async endKey(request, response) {
      const { id, key } = validated(ofKey, request.params);
      await keys.end(id, key);
      log.info({ by: principalOf(response).id, account: id, key }, 'API key ended');
      response.status(204).end();
    },
  });
}

/** Administrators keep off their own account, so that there is always one left. */
function anotherAccount(request: Request, response: Response): { by: string; id: string } {
  const { id: by } = principalOf(response);
  const { id } = validated(ofAccount, request.params);
  if (id === by) throw new Problem('own-account');
  return { by, id };
}
