import { accounts } from './schema';

/** The columns of a person. */
export const person = {
  id: accounts.id,
  name: accounts.name,
  email: accounts.email,
  role: accounts.role,
  agency: accounts.agency,
};
