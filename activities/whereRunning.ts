import { CaseNotRunning } from '../reachingCases';

/** Asks something of a case; answers whether a workflow runs for it. */
export async function whereRunning(ask: () => Promise<unknown>): Promise<boolean> {
  try {
    await ask();
    return true;
  } catch (error) {
    if (error instanceof CaseNotRunning) return false;
    throw error;
  }
}
