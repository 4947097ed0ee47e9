import { proxySinks, type Sinks, type WorkflowInterceptorsFactory } from '@temporalio/workflow';
import type { Activities } from '../activities';
import type { Entered } from '../domain/entered';
import type { CaseEvent } from '../domain/case';
import type { CaseInput } from './messages';

export interface RetellingSinks extends Sinks {
  retelling: { entered(entry: Entered): void };
}

/** Only for replays by `recovery/`: has a case tell once more what it put on record, or found there. */
export const interceptors: WorkflowInterceptorsFactory = () => {
  const { retelling } = proxySinks<RetellingSinks>();
  let code: string;
  let clock: CaseInput['clock'];

  function tell(events: readonly CaseEvent[], key?: string): void {
    if (events.length === 0) return;
    retelling.entered({ code, events, clock, ...(key === undefined ? {} : { key }) });
  }

  async function listen<Input extends { readonly activityType: string; readonly args: unknown[] }>(
    input: Input,
    next: (input: Input) => Promise<unknown>
  ): Promise<unknown> {
    const result = await next(input);
    if (input.activityType === 'recall') tell((result as Awaited<ReturnType<Activities['recall']>>).events);
    if (input.activityType === 'record') {
      const [{ events, key }] = input.args as [Entered];
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
          [{ code, clock }] = input.args as [CaseInput];
          return next(input);
        },
      },
    ],
    outbound: [{ scheduleActivity: listen, scheduleLocalActivity: listen }],
  };
};
