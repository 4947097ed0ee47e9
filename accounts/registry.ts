import { randomUUID } from 'node:crypto';
import { hashPassword } from 'better-auth/crypto';
import { and, asc, eq, ne, sql } from 'drizzle-orm';
import { pageOf } from '../http/page';
import { Problem, validated } from '../http/problems';
import { containing } from '../db/search';
import type { Role } from '../domain/roles';
import type { Executor } from './database';
import { endAccess, endLinks, endSessions } from './endAccess';
import { accountChangeInput, accountListInput, vouchedAccountInput } from './inputs';
import { accountLogins, accounts } from './schema';

export interface Account {
  readonly id: string;
  readonly email: string;
  readonly emailVerified: boolean;
  readonly name: string;
  readonly role: Role;
  readonly agency: string | null;
  readonly disabled: boolean;
  readonly createdAt: Date;
}

const presented = {
  id: accounts.id,
  email: accounts.email,
  emailVerified: accounts.emailVerified,
  name: accounts.name,
  role: accounts.role,
  agency: accounts.agency,
  disabled: accounts.disabled,
  createdAt: accounts.createdAt,
};

const notFound = () => new Problem('account-not-found');

/** The accounts themselves: who there is, in which role, for which unit (R10.3). */
export function createRegistry(db: Executor) {
  /**
   * Throws 422 for bad input, 409 where the e-mail is taken. `emailVerified` says that somebody vouches for the
   * address; an account without it is never linked to an identity of the external provider.
   */
  async function create(input: unknown, { emailVerified }: { emailVerified: boolean }): Promise<Account> {
    const { password, ...person } = validated(vouchedAccountInput, input);
    const hash = password === undefined ? undefined : await hashPassword(password);
    return db.transaction(async (tx) => {
      const id = randomUUID();
      const [account] = await tx
        .insert(accounts)
        .values({ id, ...person, emailVerified })
        .onConflictDoNothing({ target: accounts.email })
        .returning(presented);
      if (account === undefined) throw new Problem('email-taken');
      if (hash !== undefined)
        await tx
          .insert(accountLogins)
          .values({ id: randomUUID(), userId: id, providerId: 'credential', accountId: id, password: hash });
      return account;
    });
  }

  /**
   * Rights are read anew with each request, so a change of role or agency takes effect at once. Throws 409 where
   * staff is to be made of somebody who only said that the address is theirs: a new password by e-mail proves it.
   */
  async function update(id: string, input: unknown): Promise<Account> {
    const change = validated(accountChangeInput, input);
    return db.transaction(async (tx) => {
      const account = await changed(tx, id, change);
      if (account.role !== 'submitter' && !account.emailVerified) throw new Problem('email-unproven');
      return account;
    });
  }

  /**
   * Disabling ends the account's sessions, keys and password links at once; enabling it again brings none of them back, and
   * ends also those that were under way when it was disabled, and came too late to be ended then.
   */
  async function setDisabled(id: string, disabled: boolean): Promise<Account> {
    return db.transaction(async (tx) => {
      const before = await held(tx, id);
      const account = await changed(tx, id, { disabled });
      if (disabled || before?.disabled === true) await endAccess(tx, [id]);
      return account;
    });
  }

  /**
   * The owner has set a password by a link: the mailbox is theirs, and no other link works any more. Where nobody had
   * proven that before, identities at the external provider that lead to the account are of somebody who only said that the
   * address is theirs: they lead there no longer.
   */
  async function passwordSet(id: string): Promise<void> {
    await db.transaction(async (tx) => {
      if ((await held(tx, id))?.emailVerified === false) {
        const identities = and(eq(accountLogins.userId, id), ne(accountLogins.providerId, 'credential'));
        await tx.delete(accountLogins).where(identities);
        await endSessions(tx, [id]);
      }
      await endLinks(tx, [id]);
      await changed(tx, id, { emailVerified: true });
    });
  }

  async function find(id: string): Promise<Account | undefined> {
    const [account] = await db.select(presented).from(accounts).where(eq(accounts.id, id));
    return account;
  }

  /** As `find`; nobody else changes the account until the transaction ends. */
  const hold = (id: string): Promise<Account | undefined> => held(db, id);

  async function findByEmail(email: string): Promise<Account | undefined> {
    const [account] = await db.select(presented).from(accounts).where(eq(accounts.email, email.toLowerCase()));
    return account;
  }

  /** A page in the order of creation; `next` is the `after` of the following page, null after the last. */
  async function list(input: unknown = {}): Promise<{ accounts: readonly Account[]; next: string | null }> {
    const { role, agency, disabled, q, after, limit } = validated(accountListInput, input);
    const rows = await db
      .select(presented)
      .from(accounts)
      .where(
        and(
          role && eq(accounts.role, role),
          agency === undefined ? undefined : eq(accounts.agency, agency),
          disabled === undefined ? undefined : eq(accounts.disabled, disabled === 'true'),
          q === undefined ? undefined : containing(accounts.search, q),
          after === undefined ? undefined : createdAfter(after)
        )
      )
      .orderBy(asc(accounts.createdAt), asc(accounts.id))
      .limit(limit + 1);
    const { items, nextCursor } = pageOf(rows, limit, ({ id }) => id);
    return { accounts: items, next: nextCursor };
  }

  /** Those who can act for the agency now, for assigning a case and for telling somebody. */
  async function ofAgency(agency: string): Promise<Account[]> {
    return db
      .select(presented)
      .from(accounts)
      .where(and(eq(accounts.agency, agency), eq(accounts.disabled, false)))
      .orderBy(asc(accounts.name), asc(accounts.id));
  }

  return { create, update, setDisabled, passwordSet, find, hold, findByEmail, list, ofAgency };
}

export type Registry = ReturnType<typeof createRegistry>;

const createdAfter = (id: string) =>
  sql`(${accounts.createdAt}, ${accounts.id}) > (select created_at, id from accounts where id = ${id})`;

type Columns = typeof accounts.$inferInsert;
type Change = { [Column in keyof Columns]?: Columns[Column] | undefined };

async function held(tx: Executor, id: string): Promise<Account | undefined> {
  const [account] = await tx.select(presented).from(accounts).where(eq(accounts.id, id)).for('update');
  return account;
}

async function changed(db: Executor, id: string, change: Change): Promise<Account> {
  const [account] = await db
    .update(accounts)
    .set({ ...change, updatedAt: sql`now()` })
    .where(eq(accounts.id, id))
    .returning(presented);
  if (account === undefined) throw notFound();
  return account;
}
