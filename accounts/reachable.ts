import { and, asc, eq, inArray } from 'drizzle-orm';
import { LEADERSHIP } from '../domain/holdings';
import { caseHandlers, OFFICE } from '../domain/roles';
import type { Database } from './database';
import type { Person } from '../http/principal';
import { person } from './person';
import { accounts } from './schema';

/** Somebody of the administration, and where they are reached. */
export type Reachable = Person;

const active = eq(accounts.disabled, false);

type Reader = Pick<Database, 'select'>;

/** The accounts of these ids that are active. */
export const reachableAccounts = (db: Reader, ids: readonly string[]): Promise<Reachable[]> =>
  db
    .select(person)
    .from(accounts)
    .where(and(active, inArray(accounts.id, [...ids])));

/** The mailbox of an account, and whether its owner has proven that it is theirs. */
export async function mailboxOfAccount(
  db: Reader,
  id: string
): Promise<{ readonly email: string; readonly emailVerified: boolean } | undefined> {
  const { email, emailVerified } = accounts;
  const [mailbox] = await db.select({ email, emailVerified }).from(accounts).where(eq(accounts.id, id));
  return mailbox;
}

/** Who is told for a whole unit: its heads, who assign what comes; of the Office those at reception; of one without a head everybody. */
export async function reachableOfUnit(db: Reader, agency: string): Promise<Reachable[]> {
  const people = await reachableOfAgency(db, agency);
  const heads = people.filter(({ role }) => role === (agency === OFFICE ? 'reception' : 'agency_lead'));
  return heads.length > 0 ? heads : people;
}

/** The active people of an agency. */
const reachableOfAgency = (db: Reader, agency: string): Promise<Reachable[]> =>
  db
    .select(person)
    .from(accounts)
    .where(and(active, eq(accounts.agency, agency)))
    .orderBy(asc(accounts.id));

/** Everybody active who works on cases for a unit. */
export const reachableStaff = (db: Reader): Promise<Reachable[]> =>
  db
    .select(person)
    .from(accounts)
    .where(and(active, inArray(accounts.role, caseHandlers)))
    .orderBy(asc(accounts.agency), asc(accounts.id));

/** Everybody of the province's leadership who can be told. */
export const reachableLeadership = (db: Reader): Promise<Reachable[]> =>
  db
    .select(person)
    .from(accounts)
    .where(and(active, inArray(accounts.role, [LEADERSHIP])))
    .orderBy(asc(accounts.id));
