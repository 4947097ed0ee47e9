import { randomUUID } from 'node:crypto';
import type { Entered } from '../../domain/entered';
import { dueAlarms } from '../../domain/alarms';
import type { Command } from '../../domain/case';
import { decide } from '../../domain/decide';
import { evolve } from '../../domain/evolve';
import type { Instant } from '../../domain/time';
import { faultless } from './inputs';
import { law } from './law';
import type { TestCase } from './testCase';

/** What an act would put on record as a case stands now, with what is due before it. */
export async function decided(
  aCase: TestCase,
  now: Instant,
  { action, by }: Pick<Command<'withdraw' | 'requestInfo' | 'forward'>, 'action' | 'by'>
): Promise<Omit<Entered, 'clock'>> {
  const state = await aCase.state();
  const command = { action, by, at: now, key: randomUUID(), input: faultless[action] } as Command;
  const alarms = dueAlarms(state, now, law, now);
  const decision = decide(alarms.reduce(evolve, state), command, law, now);
  if (!decision.ok) throw new Error(decision.refusal.reason);
  return { code: state.code, events: [...alarms, ...decision.events], key: command.key };
}
