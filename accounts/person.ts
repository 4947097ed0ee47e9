import type { Role } from '../domain/roles';
import { accounts } from './schema';

/** Somebody who has an account, and where they are reached. */
export interface Person {
  readonly id: string;
  readonly name: string;
  readonly email: string;
  readonly role: Role;
  readonly agency: string | null;
}

/** The columns of a person. */
export const person = {
  id: accounts.id,
  name: accounts.name,
  email: accounts.email,
  role: accounts.role,
  agency: accounts.agency,
};
