import { sql } from 'drizzle-orm';
import type { Executor } from './database';

/** What is only ever added to (R5). */
const appendOnly = ['case_events', 'record_roots', 'record_leaves', 'admin_events', 'export_log'];

/** What may go once an erasure on record names it, and never changes; a trigger looks. */
const erasable = ['case_personal'];

/** What is settled in place and never goes; a trigger looks that what was settled stays. */
const settled = ['notice_tasks'];

/**
 * Gives the service's own role what it needs and no more: it owns no table, so it can neither switch a trigger off nor
 * drop what is on record, and has no right to change it. Asked again, changes nothing.
 * @param db as the owner of the tables.
 */
export async function grantRights(db: Executor, role: string): Promise<void> {
  const to = sql.identifier(role);
  const tables = (names: readonly string[]) =>
    sql.join(
      names.map((name) => sql.identifier(name)),
      sql`, `
    );
  await db.execute(sql`grant usage on schema public, drizzle to ${to}`);
  await db.execute(sql`grant select, insert, update, delete on all tables in schema public to ${to}`);
  await db.execute(sql`grant usage on all sequences in schema public to ${to}`);
  await db.execute(sql`grant select on all tables in schema drizzle to ${to}`);
  await db.execute(sql`revoke update, delete, truncate on ${tables(appendOnly)} from ${to}`);
  await db.execute(sql`revoke update, truncate on ${tables(erasable)} from ${to}`);
  await db.execute(sql`revoke delete, truncate on ${tables(settled)} from ${to}`);
}
