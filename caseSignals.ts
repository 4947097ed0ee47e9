import type { Client } from '@temporalio/client';
import { reaching } from './reachingCases';
import type { ActionName } from './domain/actions';
import type { Command } from './domain/case';
import type { AgencyChange, CalendarChange } from './domain/changes';
import * as messages from './workflows/messages';

/** What the service tells a case without waiting for what it makes of it. @throws CaseNotRunning, NoAnswer */
export interface CaseSignals {
  calendarChanged(code: string, change: CalendarChange): Promise<void>;
  agencyChanged(code: string, change: AgencyChange): Promise<void>;
  /** An act that does not apply is put on record by the case. */
  act<A extends ActionName>(code: string, command: Command<A>): Promise<void>;
}

export function createCaseSignals(client: Client): CaseSignals {
  const { handle, answered } = reaching(client);
  return {
    calendarChanged: (code, change) => answered(() => handle(code).signal(messages.calendarChanged, change)),
    agencyChanged: (code, change) => answered(() => handle(code).signal(messages.agencyChanged, change)),
    act: (code, command) => answered(() => handle(code).signal(messages.signals[command.action], command)),
  };
}
