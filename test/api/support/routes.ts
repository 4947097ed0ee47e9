import type { Express } from 'express';
import postgres from 'postgres';
import { accountsConfigFrom, createAccounts } from '../../../accounts';
import { createApp } from '../../../api/app';
import type { ApiContext } from '../../../api/context';
import { expressRoute, type Operation } from '../../../http/operation';
import { operationGroups } from '../../../api/operations';

/** Prints the routes of the whole application and those described; a process of its own, since it answers nobody. */
const config = accountsConfigFrom({
  AUTH_SECRET: 'x'.repeat(32),
  PUBLIC_URL: 'http://127.0.0.1',
  OIDC_DISCOVERY_URL: 'http://127.0.0.1/none',
  OIDC_CLIENT_ID: 'none',
  OIDC_CLIENT_SECRET: 'none',
});
const accounts = createAccounts({
  sql: postgres('postgres://127.0.0.1:1/none'),
  config,
  log: console,
  sendPasswordReset: () => Promise.resolve(),
});
// Routes are made, never asked: what they would need is not there.
const metrics = { timed: () => undefined };
const app = createApp({
  accounts,
  metrics,
  lawBook: {},
  messages: { config: { sms: {} } },
  subscribers: {},
  pages: '/nowhere',
} as unknown as ApiContext);

interface Layer {
  readonly route?: { readonly path: string; readonly methods: Record<string, boolean> };
  readonly handle: { readonly stack?: readonly Layer[] };
}

const routesOf = (layers: readonly Layer[]): string[] =>
  layers.flatMap(({ route, handle }) =>
    route === undefined
      ? routesOf(handle.stack ?? [])
      : Object.keys(route.methods).map((method) => `${method} ${route.path}`)
  );

const operations = Object.values(operationGroups).flatMap((group) => Object.values<Operation>(group));

process.stdout.write(
  JSON.stringify({
    routes: routesOf((app as Express & { router: { stack: Layer[] } }).router.stack),
    described: operations.map((operation) => expressRoute(operation).join(' ')),
  })
);
process.exit(0);
