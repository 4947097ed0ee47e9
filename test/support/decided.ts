import { randomUUID } from 'node:crypto';
import type { ToRecord } from '../../db/record';
import type { Command } from '../../domain/case';
import { decide } from '../../domain/decide';
import type { Instant } from '../../domain/time';
import { faultless } from './inputs';
import { law } from './law';
import type { TestCase } from './testCase';

/** What an act would put on record as a case stands now. */
export async function decided(
  aCase: TestCase,
  now: Instant,
  { action, by }: Pick<Command<'withdraw' | 'requestInfo'>, 'action' | 'by'>
): Promise<ToRecord> {
  const state = await aCase.state();
  const command = { action, by, at: now, key: randomUUID(), input: faultless[action] } as Command;
  const decision = decide(state, command, law, now);
  if (!decision.ok) throw new Error(decision.refusal.reason);
  return { code: state.code, events: decision.events, key: command.key };
}
