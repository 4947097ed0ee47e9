import type { ActionName } from './actions';
import type { CaseEvent, CaseState, RefusalReason } from './case';
import { SERVICE, type Actor } from './roles';
import type { Instant } from './time';

/** An act that came by signal and did not apply: on record, changing nothing. The sender may have left out anything. */
export const refusalOnRecord = (
  state: CaseState,
  action: ActionName,
  by: Actor | undefined,
  reason: RefusalReason,
  now: Instant
): CaseEvent => ({
  seq: state.seq + 1,
  type: 'refused',
  at: now,
  recordedAt: now,
  by: by ?? SERVICE,
  data: { action, reason },
  changes: {},
});
