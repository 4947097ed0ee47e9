import { setTimeout as delay } from 'node:timers/promises';
import type { Client } from '@temporalio/client';
import type { Logger } from 'pino';
import type { CaseClient } from '../client';
import type { Database } from '../db/database';
import { someAtOnce } from '../running/someAtOnce';
import { tellIfInterrupted } from './interrupted';

interface LookoutOptions {
  readonly db: Database;
  /** On which the cases are asked. */
  readonly temporal: Client;
  readonly cases: CaseClient;
  readonly log: Logger;
  /** The codes of the cases to look at first. */
  readonly first: readonly string[];
}

export interface Lookout {
  /** Has a case looked at soon, and again until it answers. */
  readonly lookAt: (code: string) => void;
  /** Leaves what is left to the next worker that starts. */
  readonly stop: () => Promise<void>;
}

const BETWEEN_LOOKS_MILLIS = 2_000;

/**
 * Looks after cases that may not know what they wrote: those that were recorded last before this worker started, and
 * those that it is told of. Nobody waits for it: after a stop in a rush there are many of them.
 */
export function keepLookout({ db, temporal, cases, log, first }: LookoutOptions): Lookout {
  const stopping = new AbortController();
  const { signal } = stopping;
  const waiting = new Set(first);
  const ran = run();
  return {
    lookAt: (code) => waiting.add(code),
    stop: async () => {
      stopping.abort();
      await ran;
    },
  };

  async function run(): Promise<void> {
    while (!signal.aborted) {
      const codes = [...waiting];
      waiting.clear();
      await someAtOnce(codes, look, { signal });
      await delay(BETWEEN_LOOKS_MILLIS, undefined, { signal }).catch(() => undefined);
    }
  }

  async function look(code: string): Promise<void> {
    try {
      // A signal of its own for each look: the client never lets go of what it was given.
      const told = await temporal.withAbortSignal(AbortSignal.any([signal]), () => tellIfInterrupted(db, cases, code));
      if (told) log.info({ case: code }, 'an interrupted case has looked at its record');
    } catch (error) {
      if (signal.aborted) return;
      log.warn({ err: error, case: code }, 'whether a case was interrupted is not known');
      waiting.add(code);
    }
  }
}
