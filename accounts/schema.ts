import { sql } from 'drizzle-orm';
import { boolean, check, index, integer, pgTable, text, timestamp, uniqueIndex } from 'drizzle-orm/pg-core';
import { OFFICE, type Role } from '../domain/roles';

/** As the library writes it: to the microsecond, where the service's own moments go to the millisecond. */
const libraryMoment = (name: string) => timestamp(name, { withTimezone: true });
const recorded = {
  createdAt: libraryMoment('created_at').notNull().defaultNow(),
  updatedAt: libraryMoment('updated_at').notNull().defaultNow(),
};

/** Who may act. `id` is opaque: it is what the record of a case carries. */
export const accounts = pgTable(
  'accounts',
  {
    id: text('id').primaryKey(),
    email: text('email').notNull().unique(),
    emailVerified: boolean('email_verified').notNull().default(false),
    name: text('name').notNull(),
    image: text('image'),
    role: text('role').$type<Role>().notNull().default('submitter'),
    agency: text('agency'),
    disabled: boolean('disabled').notNull().default(false),
    /** Name and e-mail as search compares them. */
    search: text('search')
      .notNull()
      .generatedAlwaysAs(sql`fold_text(name || ' ' || email)`),
    ...recorded,
  },
  (table) => [
    index('accounts_page').on(table.createdAt, table.id),
    index('accounts_agency').on(table.agency),
    index('accounts_search').using('gin', sql`${table.search} gin_trgm_ops`),
    // R10.3: an account with rights for a unit names the unit, whoever writes the row.
    check(
      'accounts_agency_fits_role',
      sql`case
        when ${table.role} in ('agency_officer', 'agency_lead') then ${table.agency} is not null
        when ${table.role} = 'reception' then ${table.agency} is not distinct from ${sql.raw(`'${OFFICE}'`)}
        else ${table.agency} is null
      end`
    ),
  ]
);

const owner = () =>
  text('account_id')
    .notNull()
    .references(() => accounts.id, { onDelete: 'cascade' });

/** A way to sign in to an account: its password, or its identity at the external provider. */
export const accountLogins = pgTable(
  'account_logins',
  {
    id: text('id').primaryKey(),
    userId: owner(),
    providerId: text('provider_id').notNull(),
    accountId: text('provider_account_id').notNull(),
    password: text('password_hash'),
    scope: text('scope'),
    // The library names these; none is ever filled, see `keepsNoTokens` in auth.ts.
    accessToken: text('access_token'),
    refreshToken: text('refresh_token'),
    idToken: text('id_token'),
    accessTokenExpiresAt: libraryMoment('access_token_expires_at'),
    refreshTokenExpiresAt: libraryMoment('refresh_token_expires_at'),
    ...recorded,
  },
  (table) => [
    uniqueIndex('account_logins_identity').on(table.providerId, table.accountId),
    index('account_logins_account').on(table.userId),
  ]
);

/** A signed-in person. What they hold is `token` signed with the secret: a copy of this table opens nothing. */
export const accountSessions = pgTable(
  'account_sessions',
  {
    id: text('id').primaryKey(),
    userId: owner(),
    token: text('token').notNull().unique(),
    expiresAt: libraryMoment('expires_at').notNull(),
    ipAddress: text('ip_address'),
    userAgent: text('user_agent'),
    ...recorded,
  },
  (table) => [index('account_sessions_account').on(table.userId), index('account_sessions_expiry').on(table.expiresAt)]
);

/** Password resets that were asked for and not yet used; `identifier` is a hash of what the e-mail carries. */
export const accountVerifications = pgTable(
  'account_verifications',
  {
    id: text('id').primaryKey(),
    identifier: text('identifier').notNull(),
    value: text('value').notNull(),
    expiresAt: libraryMoment('expires_at').notNull(),
    ...recorded,
  },
  (table) => [index('account_verifications_identifier').on(table.identifier)]
);

/** Keys of machines: only a hash is kept, and a key that has ended stays on record. */
export const accountKeys = pgTable(
  'account_keys',
  {
    id: text('id').primaryKey(),
    accountId: owner(),
    name: text('name').notNull(),
    hash: text('hash').notNull().unique(),
    scopes: text('scopes').array().notNull(),
    createdAt: recorded.createdAt,
    endedAt: libraryMoment('ended_at'),
    /** To the minute, so that a busy system does not write with each request. */
    lastUsedAt: libraryMoment('last_used_at'),
  },
  (table) => [index('account_keys_account').on(table.accountId)]
);

/** How often something guessable was tried within a window that ends at `endsAt`; `key` is a hash. */
export const accountAttempts = pgTable('account_attempts', {
  key: text('key').primaryKey(),
  count: integer('count').notNull(),
  endsAt: libraryMoment('ends_at').notNull(),
});
