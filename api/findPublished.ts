import type { Database } from '../db/database';
import { findPublication, isPublic, type Published } from '../db/publications';
import type { Absence } from './answerPage';

/** What is published under a number, or why nothing is there. */
export async function findPublished(db: Database, number: string): Promise<Published | Absence> {
  const row = await findPublication(db, number);
  if (row === undefined) return 'no-such-publication';
  return isPublic(row) ? row : 'no-longer-published';
}
