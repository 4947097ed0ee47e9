import { recordedFrom } from '../db/known';
import type { Recorded } from '../domain/case';
import type { ActivityDependencies } from './index';

/** What stands on the record of a case from a number on. */
export const createRecall =
  ({ db }: ActivityDependencies) =>
  (code: string, from: number): Promise<Recorded> =>
    recordedFrom(db, code, from);
