import { sql } from 'drizzle-orm';
import type { Sql } from 'postgres';
import { agenciesOf, type CaseState } from '../domain/case';
import type { Executor } from './database';

const CHANNEL = 'case_changed';

/** That a case has changed and who takes part in it: no personal data, no content. */
export interface CaseChange {
  readonly code: string;
  readonly seq: number;
  /** The agencies that may see it. */
  readonly agencies: readonly string[];
}

/** Tells every API process, once the transaction is committed. */
export async function announceChange(tx: Executor, state: CaseState): Promise<void> {
  const change: CaseChange = { code: state.code, seq: state.seq, agencies: agenciesOf(state) };
  await tx.execute(sql`select pg_notify(${CHANNEL}, ${JSON.stringify(change)})`);
}

/**
 * Calls back for each change, also after the connection was lost and came back; and then that some may not have been heard
 * of. Answers what stops it.
 */
export async function onCaseChange(
  pool: Sql,
  tell: (change: CaseChange) => void,
  haveMissed: () => void
): Promise<() => Promise<void>> {
  let hasHeard = false;
  const listening = await pool.listen(
    CHANNEL,
    (payload) => {
      tell(JSON.parse(payload) as CaseChange);
    },
    () => {
      if (hasHeard) haveMissed();
      hasHeard = true;
    }
  );
  return () => listening.unlisten();
}
