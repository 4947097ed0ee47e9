import { sealRecord } from '../db/roots';
import { signed } from '../record/roots';
import type { ActivityDependencies } from './index';

/** Makes and signs the root of the day that it is. @throws Error without a key: the record is sealed once there is one. */
export const createSealing =
  ({ db, recordKey, now }: Pick<ActivityDependencies, 'db' | 'recordKey' | 'now'>) =>
  async (): Promise<void> => {
    if (recordKey === null) throw new Error('RECORD_KEY is not set: nobody can sign the root of the day');
    await sealRecord(db, now, (statement) => signed(statement, recordKey));
  };
