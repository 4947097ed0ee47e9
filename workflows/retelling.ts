import { proxySinks, type Sinks, type WorkflowInterceptorsFactory } from '@temporalio/workflow';
import type { Activities } from '../activities';
import type { Batch } from '../activities/record';
import { unborn, type CaseEvent, type CaseState } from '../domain/case';
import { evolve } from '../domain/evolve';
import type { CaseInput } from './messages';

export interface RetellingSinks extends Sinks {
  retelling: { entered(batch: Batch): void };
}

/** Only for replays by `recovery/`: has a case tell once more what it put on record, or found there. */
export const interceptors: WorkflowInterceptorsFactory = () => {
  const { retelling } = proxySinks<RetellingSinks>();
  let state: CaseState;
  let clock: CaseInput['clock'];

  function tell(events: readonly CaseEvent[], key?: string): void {
    if (events.length === 0) return;
    state = events.reduce(evolve, state);
    retelling.entered({ events, state, clock, ...(key === undefined ? {} : { key }) });
  }

  async function listen<Input extends { readonly activityType: string; readonly args: unknown[] }>(
    input: Input,
    next: (input: Input) => Promise<unknown>
  ): Promise<unknown> {
    const result = await next(input);
    if (input.activityType === 'recall') tell((result as Awaited<ReturnType<Activities['recall']>>).events);
    if (input.activityType === 'record') {
      const [{ events, key }] = input.args as [Batch];
      const { instead } = result as Awaited<ReturnType<Activities['record']>>;
      if (instead === undefined) tell(events, key);
      else tell(instead.events);
    }
    return result;
  }

  return {
    inbound: [
      {
        execute: (input, next) => {
          const [{ code, carried, clock: ofCase }] = input.args as [CaseInput];
          state = carried?.state ?? unborn(code);
          clock = ofCase;
          return next(input);
        },
      },
    ],
    outbound: [{ scheduleActivity: listen, scheduleLocalActivity: listen }],
  };
};
