import type { Database, Executor } from './database';

/** Reads the database as it stands at one moment, whatever others write meanwhile. */
export const inOneMoment = <T>(db: Database, read: (tx: Executor) => Promise<T>): Promise<T> =>
  db.transaction(read, { isolationLevel: 'repeatable read', accessMode: 'read only' });
