import { Client } from '@temporalio/client';
import { defineSearchAttributeKey } from '@temporalio/common';
import { parseKeyring } from '../../secrets/keyring';
import { dataConverter } from '../../temporal/dataConverter';
import { eventually } from './eventually';
import { TEST_PAYLOAD_KEYS } from './keyring';
import { connectTemporal } from './temporal';

/** Leaves a daily schedule to the test: it runs only when it is told to, whatever the hour. */
export const pauseScheduled = (scheduleId: string): Promise<void> =>
  withClient(({ schedule }) => schedule.getHandle(scheduleId).pause());

/** Has a daily schedule run once more, now. */
export const startScheduled = (scheduleId: string): Promise<void> => withRun(scheduleId, () => Promise.resolve());

/**
 * Has a daily schedule run once more, now, and waits for the run. @throws Error where the run fails.
 * @param keys those under which it runs.
 */
export const runScheduled = (scheduleId: string, keys?: string): Promise<void> =>
  withRun(
    scheduleId,
    async ({ workflow }, workflowId) => {
      await workflow.getHandle(workflowId).result();
    },
    keys
  );

/** Has what a daily schedule runs begin that much later, in milliseconds, than it should have, and waits for it. */
export const runLate = (scheduleId: string, late: number): Promise<void> =>
  withClient(async ({ schedule, workflow }) => {
    const { workflowType, taskQueue, args = [] } = (await schedule.getHandle(scheduleId).describe()).action;
    await workflow.execute(workflowType, {
      workflowId: `${scheduleId}/late`,
      taskQueue,
      args,
      typedSearchAttributes: [
        {
          key: defineSearchAttributeKey('TemporalScheduledStartTime', 'DATETIME'),
          value: new Date(Date.now() - late),
        },
      ],
    });
  });

const withRun = (
  scheduleId: string,
  then: (client: Client, workflowId: string) => Promise<void>,
  keys?: string
): Promise<void> =>
  withClient(async (client) => {
    const daily = client.schedule.getHandle(scheduleId);
    const before = (await daily.describe()).info.numActionsTaken;
    await daily.trigger();
    const { recentActions } = await eventually(
      async () => (await daily.describe()).info,
      ({ numActionsTaken }) => numActionsTaken > before
    );
    await then(client, recentActions.at(-1)!.action.workflow.workflowId);
  }, keys);

async function withClient(then: (client: Client) => Promise<void>, keys = TEST_PAYLOAD_KEYS): Promise<void> {
  const connection = await connectTemporal();
  try {
    await then(new Client({ connection, dataConverter: dataConverter(parseKeyring(keys)) }));
  } finally {
    await connection.close();
  }
}
