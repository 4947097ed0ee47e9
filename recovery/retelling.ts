import { Worker, type InjectedSinks } from '@temporalio/worker';
import type { temporal } from '@temporalio/proto';
import { bundleWorkflows } from '../temporal/bundle';
import { dataConverter } from '../temporal/dataConverter';
import type { Entered } from '../domain/entered';
import type { RetellingSinks } from '../workflows/retelling';

/** Has the workflow of one run tell once more, from its history, what it put on record. */
export type Retelling = (workflowId: string, history: temporal.api.history.v1.IHistory) => Promise<Entered[]>;

/** Histories hold what came to a case, not what it wrote: that follows from the code, which is run over them. */
export function createRetelling(keyring: Parameters<typeof dataConverter>[0]): Retelling {
  let bundle: ReturnType<typeof bundleWorkflows> | null = null;
  return async (workflowId, history) => {
    const told: Entered[] = [];
    const entered = (_: unknown, entry: Entered): void => {
      told.push(entry);
    };
    const sinks: InjectedSinks<RetellingSinks> = { retelling: { entered: { fn: entered, callDuringReplay: true } } };
    await Worker.runReplayHistory(
      {
        workflowBundle: await (bundle ??= bundleWorkflows(['retelling'])),
        dataConverter: dataConverter(keyring),
        sinks,
      },
      history,
      workflowId
    );
    return told;
  };
}
