import type { CaseEvent, CaseState, Command, RefusalReason } from './case';
import { SERVICE } from './roles';
import type { Instant } from './time';

/** The event of an act that came by signal and did not apply: on record, changing nothing. */
export const refusalOnRecord = (state: CaseState, command: Command, reason: RefusalReason, now: Instant): CaseEvent => ({
  seq: state.seq + 1,
  type: 'refused',
  at: now,
  recordedAt: now,
  by: command.by ?? SERVICE,
  data: { action: command.action, reason },
  changes: {},
});
