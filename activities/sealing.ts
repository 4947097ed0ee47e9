import { sealRecord } from '../db/roots';
import type { Instant } from '../domain/time';
import { signed } from '../record/roots';
import type { ActivityDependencies } from './index';

/** Makes and signs the root of a day. @throws Error without a key: the day is then sealed once there is one. */
export const createSealing =
  ({ db, recordKey }: ActivityDependencies) =>
  async (at: Instant): Promise<void> => {
    if (recordKey === null) throw new Error('RECORD_KEY is not set: nobody can sign the root of the day');
    await sealRecord(db, at, (statement) => signed(statement, recordKey));
  };
