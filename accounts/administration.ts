import express, { type Request, Router } from 'express';
import { z } from 'zod';
import { Problem, validated } from '../api/problems';
import type { Log } from './auth';
import type { Keys } from './keys';
import type { Authenticate, Principal } from './principal';
import type { Registry } from './registry';

interface AdministrationDependencies {
  readonly registry: Registry;
  readonly keys: Keys;
  readonly authenticate: Authenticate;
  readonly log: Log;
}

const accountPath = z.object({ id: z.uuid() });
const keyPath = z.object({ id: z.uuid(), key: z.uuid() });

/** `/v1/accounts…`: what an administrator does with the accounts of others (R10.3). */
export function createAdministration({ registry, keys, authenticate, log }: AdministrationDependencies): Router {
  const router = Router();
  router.use('/v1/accounts', express.json({ limit: '16kb' }));

  async function administrator({ headers }: Request): Promise<Principal> {
    const principal = await authenticate(headers);
    if (principal === undefined) throw new Problem(401, 'not-signed-in', 'Nobody is signed in');
    if (principal.role !== 'admin') throw new Problem(403, 'not-allowed', 'Only administrators manage accounts');
    return principal;
  }

  /** Administrators keep off their own account, so that there is always one left. */
  async function administratorOfAnother(request: Request): Promise<{ by: string; id: string }> {
    const { id: by } = await administrator(request);
    const { id } = validated(accountPath, request.params);
    if (id === by) throw new Problem(409, 'own-account', 'Administrators do not change their own account');
    return { by, id };
  }

  router.get('/v1/accounts', async (request, response) => {
    await administrator(request);
    response.json(await registry.list(request.query));
  });

  router.post('/v1/accounts', async (request, response) => {
    const { id: by } = await administrator(request);
    const account = await registry.create(request.body, { emailVerified: true });
    log.info({ by, account: account.id, role: account.role }, 'account created');
    response.status(201).json(account);
  });

  router.get('/v1/accounts/:id', async (request, response) => {
    await administrator(request);
    const account = await registry.find(validated(accountPath, request.params).id);
    if (account === undefined) throw new Problem(404, 'account-not-found', 'There is no such account');
    response.json(account);
  });

  router.put('/v1/accounts/:id', async (request, response) => {
    const { by, id } = await administratorOfAnother(request);
    const account = await registry.update(id, request.body);
    log.info({ by, account: id, role: account.role, agency: account.agency }, 'account changed');
    response.json(account);
  });

  for (const [act, disabled] of [
    ['disable', true],
    ['enable', false],
  ] as const)
    router.post(`/v1/accounts/:id/${act}`, async (request, response) => {
      const { by, id } = await administratorOfAnother(request);
      const account = await registry.setDisabled(id, disabled);
      log.info({ by, account: id, disabled }, 'account disabled or enabled');
      response.json(account);
    });

  router.get('/v1/accounts/:id/keys', async (request, response) => {
    await administrator(request);
    response.json({ keys: await keys.list(validated(accountPath, request.params).id) });
  });

  router.post('/v1/accounts/:id/keys', async (request, response) => {
    const { id: by } = await administrator(request);
    const { id } = validated(accountPath, request.params);
    const key = await keys.create(id, request.body);
    log.info({ by, account: id, key: key.id }, 'API key created');
    response.status(201).json(key);
  });

  router.delete('/v1/accounts/:id/keys/:key', async (request, response) => {
    const { id: by } = await administrator(request);
    const { id, key } = validated(keyPath, request.params);
    await keys.end(id, key);
    log.info({ by, account: id, key }, 'API key ended');
    response.status(204).end();
  });

  return router;
}
