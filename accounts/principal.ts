import type { IncomingHttpHeaders } from 'node:http';
import type { Person } from './person';

/** Who is asking, and by what they proved it. Sessions carry all rights of the account, keys only their scopes. */
export type Principal = Person &
  ({ readonly via: 'session' } | { readonly via: 'apiKey'; readonly scopes: readonly string[] });

/** Who sent these headers; undefined when nobody known, or somebody disabled, did. */
export type Authenticate = (headers: IncomingHttpHeaders) => Promise<Principal | undefined>;
