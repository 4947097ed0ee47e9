import type { IncomingHttpHeaders } from 'node:http';
import type { Role } from '../domain/roles';
import { accounts } from './schema';

interface Asking {
  readonly id: string;
  readonly name: string;
  readonly email: string;
  readonly role: Role;
  readonly agency: string | null;
}

/** Who is asking, and by what they proved it. Sessions carry all rights of the account, keys only their scopes. */
export type Principal = Asking &
  ({ readonly via: 'session' } | { readonly via: 'apiKey'; readonly scopes: readonly string[] });

/** Who sent these headers; undefined when nobody known, or somebody disabled, did. */
export type Authenticate = (headers: IncomingHttpHeaders) => Promise<Principal | undefined>;

/** The columns of a principal. */
export const whoIsAsking = {
  id: accounts.id,
  name: accounts.name,
  email: accounts.email,
  role: accounts.role,
  agency: accounts.agency,
};
