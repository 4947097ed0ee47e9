import { getClient, heartbeat, log } from '@temporalio/activity';
import { createCaseSignals } from '../caseSignals';
import type { CaseEvent, Command } from '../domain/case';
import { SERVICE } from '../domain/roles';
import { someAtOnce } from '../running/someAtOnce';
import { whereRunning } from './whereRunning';

/** The key under which a case is told what an event made of the answer that it shares: it hears of each event once, be it as the answer itself or as a change of it. */
export const jointKey = (principal: string, { seq }: CaseEvent): string => `joint/${principal}/${String(seq)}`;

/**
 * Gives the published answer of a case to the duplicates that its publication names. Each is told under one key, so
 * that doing it again changes nothing; one that cannot take the answer any more has that on its own record.
 */
export async function answerLinked(code: string, event: CaseEvent): Promise<void> {
  if (event.type !== 'publish' || event.by === SERVICE) return;
  const { linked = [], forms, text } = event.data;
  const signals = createCaseSignals(getClient());
  const command: Command<'answerJointly'> = {
    action: 'answerJointly',
    by: event.by,
    at: event.at,
    key: jointKey(code, event),
    input: { principal: code, forms, text },
  };
  const tell = async (duplicate: string) => {
    if (!(await whereRunning(() => signals.act(duplicate, command))))
      log.warn('a linked case had ended before the common answer reached it', { code: duplicate });
    heartbeat();
  };
  await someAtOnce(linked, tell);
}
