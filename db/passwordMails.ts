import { eq } from 'drizzle-orm';
import type { Executor } from './database';
import { passwordMails } from './schema/messages';

export type PasswordMail = typeof passwordMails.$inferSelect;

/** Keeps a link until it is sent; answers what it is known by. */
export async function addPasswordMail(db: Executor, mail: Omit<PasswordMail, 'id'>): Promise<string> {
  const [added] = await db.insert(passwordMails).values(mail).returning({ id: passwordMails.id });
  if (added === undefined) throw new Error('a password mail vanished while it was added');
  return added.id;
}

/** Undefined where it has been sent, or is too old. */
export async function findPasswordMail(db: Executor, id: string): Promise<PasswordMail | undefined> {
  const [row] = await db.select().from(passwordMails).where(eq(passwordMails.id, id));
  return row;
}

export async function removePasswordMail(db: Executor, id: string): Promise<void> {
  await db.delete(passwordMails).where(eq(passwordMails.id, id));
}

export const waitingPasswordMails = async (db: Executor): Promise<string[]> =>
  (await db.select({ id: passwordMails.id }).from(passwordMails)).map(({ id }) => id);
