import { eq } from 'drizzle-orm';
import type { Database } from './database';
import { settings } from './schema';

/** The value that the installation remembers under a name; `first` from now on, where it remembers none. */
export async function remembered<T>(db: Database, name: string, first: T): Promise<T> {
  await db.insert(settings).values({ name, value: first }).onConflictDoNothing();
  return (await recalled<T>(db, name)) as T;
}

/** The value that the installation remembers under a name; undefined where it remembers none. */
export async function recalled<T>(db: Database, name: string): Promise<T | undefined> {
  const [row] = await db.select().from(settings).where(eq(settings.name, name));
  return row?.value as T | undefined;
}
