import createFetchClient, { type Middleware } from 'openapi-fetch';
import createQueryClient from 'openapi-react-query';
import { ACTING_FOR, actingFor } from '../session/actingFor';
import { signedInAgain } from '../session/expiry';
import { noSilentErrors } from './silentErrors';
import type { paths } from './types';

/** What is under way, so that it can be sent again once its sender has signed in again. */
const underWay = new Map<string, Request>();

/** Where the session has ended meanwhile, people sign in again where they are, and what they sent goes on. */
const outliveSession: Middleware = {
  onRequest({ request, id }) {
    underWay.set(id, request.clone());
  },
  async onResponse({ response, id, schemaPath }) {
    const request = underWay.get(id);
    underWay.delete(id);
    if (response.status !== 401 || schemaPath.startsWith('/v1/auth/') || request === undefined) return;
    // Read to its end at once: an answer that waits to be read keeps one of the browser's few connections.
    await response.clone().arrayBuffer();
    if (await signedInAgain()) return fetch(request);
  },
  onError({ id }) {
    underWay.delete(id);
  },
};

/** In a window that acts for an absent head, all but the session's own is asked in their capacity. */
const inCapacity: Middleware = {
  onRequest({ request, schemaPath }) {
    const absent = actingFor();
    if (absent === null || schemaPath.startsWith('/v1/auth/') || schemaPath === '/v1/delegations') return;
    request.headers.set(ACTING_FOR, absent);
    return request;
  },
};

/** Asks the API; its types are made from the API's own description. */
export const api = createFetchClient<paths>({ baseUrl: location.origin });
// What comes last looks at answers first.
api.use(noSilentErrors, inCapacity, outliveSession);

/** The same as queries and mutations of components. */
export const $api = createQueryClient(api);
