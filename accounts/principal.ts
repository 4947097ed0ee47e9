import type { IncomingHttpHeaders } from 'node:http';
import type { Role } from '../domain/roles';

/** Who is asking, and by what they proved it. Sessions carry all rights of the account, keys only their scopes. */
export type Principal = {
  readonly id: string;
  readonly name: string;
  readonly email: string;
  readonly role: Role;
  readonly agency: string | null;
} & ({ readonly via: 'session' } | { readonly via: 'apiKey'; readonly scopes: readonly string[] });

/** Who sent these headers; undefined when nobody known, or somebody disabled, did. */
export type Authenticate = (headers: IncomingHttpHeaders) => Promise<Principal | undefined>;
