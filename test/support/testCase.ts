import { randomUUID } from 'node:crypto';
import type { CaseSignals } from '../../caseSignals';
import type { CaseClient } from '../../client';
import type { Database } from '../../db/database';
import { eventsOf } from '../../db/recorded';
import type { ActionName } from '../../domain/actions';
import type { CaseEvent, CaseState, Command } from '../../domain/case';
import type { ActionInputs } from '../../domain/inputs';
import type { Actor } from '../../domain/roles';
import type { Instant } from '../../domain/time';
import type { Receipt } from '../../workflows/messages';
import { eventually } from './eventually';
import { faultless } from './inputs';
import { brief } from './timeline';

/** A case of a test, in the hands of people. */
export interface TestCase {
  readonly code: string;
  /** Does an act, by default now and with an input without faults. */
  act<A extends Exclude<ActionName, 'submit'>>(by: Actor, action: A, given?: Given<A>): Promise<Receipt>;
  /** The same by signal. */
  send<A extends Exclude<ActionName, 'submit'>>(by: Actor, action: A, given?: Given<A>): Promise<void>;
  state(): Promise<CaseState>;
  /** What stands on record, once everything that has happened does. */
  events(): Promise<CaseEvent[]>;
  /** The record in one line per event: `2026-10-26 24:00 answerBy due`. */
  timeline(): Promise<string[]>;
  /** The test ends with the case open: so it must be, and answer. */
  staysOpen(): void;
}

interface Given<A extends ActionName> {
  readonly at?: Instant;
  readonly key?: string;
  readonly input?: Partial<ActionInputs[A]>;
}

export interface TestCaseOptions {
  readonly code: string;
  readonly client: CaseClient;
  readonly signals: CaseSignals;
  readonly db: Database;
  readonly now: () => Promise<Instant>;
  /** What its workflow says. */
  readonly state: () => Promise<CaseState>;
  readonly staysOpen: () => void;
}

export function testCase({ code, client, signals, db, now, state, staysOpen }: TestCaseOptions): TestCase {
  const command = async <A extends Exclude<ActionName, 'submit'>>(
    by: Actor,
    action: A,
    { at, key = randomUUID(), input }: Given<A>
  ): Promise<Command<A>> => ({
    action,
    by,
    at: at ?? (await now()),
    key,
    input: { ...faultless[action], ...input },
  });
  const recorded = () => eventsOf(db, code);
  const events = async () => {
    const { seq } = await state();
    return eventually(recorded, (known) => known.length >= seq);
  };
  return {
    code,
    act: async (by, action, given = {}) => client.act(code, await command(by, action, given)),
    send: async (by, action, given = {}) => signals.act(code, await command(by, action, given)),
    state,
    events,
    timeline: async () => (await events()).map(brief),
    staysOpen,
  };
}
