import { findCase } from '../db/cases';
import type { CaseState } from '../domain/case';
import type { ActivityDependencies } from './index';

/** The state of a case as it stands on record. */
export const createRecall =
  ({ db }: ActivityDependencies) =>
  async (code: string): Promise<CaseState> => {
    const row = await findCase(db, code);
    if (row === undefined) throw new Error(`case ${code} is not on record`);
    return row.state;
  };
