import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { CaseNotRunning } from '../../reachingCases';
import type { Actor } from '../../domain/roles';
import { legalTime } from '../../domain/trainingClock';
import { caseWorkflowId, rollOver } from '../../workflows/messages';
import { announceYears, lawOn, officialYear } from '../support/calendar';
import { faultless, submission } from '../support/inputs';
import { at } from '../support/law';
import { reception, submitter } from '../support/people';
import { temporaryFolder } from '../support/servers';
import { measurable, memoryOf, type Memory } from '../support/workerMemory';
import { setCaseStage } from './caseStage';
import { answered, askEach, named } from './manyCases';

export interface MonthsProof {
  readonly lives: number;
  /** Lives between two looks at the worker's memory. */
  readonly between: number;
  readonly tell: (what: string) => void;
}

export type MemoryAfter = Memory & { readonly lives: number };

/**
 * Lets one worker live case after case on a real Temporal server, from submission over a next run to the end, and looks
 * at its memory on the way.
 */
export async function proveMonths({ lives, between, tell }: MonthsProof): Promise<MemoryAfter[]> {
  const stage = await setCaseStage(at('2025-12-18 08:00'));
  const { temporal, client, database, clock } = stage;
  const folder = await temporaryFolder();
  const memoryFile = join(folder, 'memory');
  const worker = stage.startWorker(measurable(memoryFile));

  try {
    await announceYears(database.db, [officialYear(2025), officialYear(2026)], legalTime(Date.now(), clock));
    const law = await lawOn(database.db, legalTime(Date.now(), clock));
    const now = () => legalTime(Date.now(), clock);
    const act = (code: string, by: Actor, action: 'accept' | 'forward' | 'withdraw') => {
      const command = { action, by, at: now(), key: `${action} ${code}`, input: faultless[action] };
      return answered(() => client.act(code, command));
    };
    const live = async (code: string) => {
      const received = now();
      const submitted = {
        action: 'submit',
        by: submitter,
        at: received,
        key: code,
        input: submission(received),
      } as const;
      await answered(() => client.submit(code, submitted, law));
      await act(code, reception, 'accept');
      await temporal.workflow.getHandle(caseWorkflowId(code)).signal(rollOver);
      await act(code, reception, 'forward');
      await act(code, submitter, 'withdraw').catch(endedUnanswered);
    };

    const memories: MemoryAfter[] = [];
    for (let lived = 0; lived < lives;) {
      const codes = named('LIFE', Math.min(between, lives - lived));
      await askEach(codes, live);
      lived += codes.length;
      const memory = { lives: lived, ...(await memoryOf(worker.pid, memoryFile)) };
      tell(`${String(lived)} lives: heaps ${memory.heaps.toFixed(1)} MB, resident ${memory.resident.toFixed(0)} MB`);
      memories.push(memory);
    }
    return memories;
  } catch (error) {
    tell(`the proof has failed: ${String(error)}`);
    throw error;
  } finally {
    await worker.stop();
    await stage.stop();
    await rm(folder, { recursive: true });
  }
}

/** The case ended with the act, and its answer was lost. */
function endedUnanswered(error: unknown): void {
  if (!(error instanceof CaseNotRunning)) throw error;
}
