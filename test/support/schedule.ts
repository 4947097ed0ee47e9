import { Client } from '@temporalio/client';
import { defineSearchAttributeKey } from '@temporalio/common';
import { eventually } from './eventually';
import { parseKeyring } from '../../temporal/codec';
import { dataConverter } from '../../temporal/dataConverter';
import { TEST_PAYLOAD_KEYS, testDataConverter } from './keyring';
import { connectTemporal } from './temporal';

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
export async function runLate(scheduleId: string, late: number): Promise<void> {
  const connection = await connectTemporal();
  try {
    const { schedule, workflow } = new Client({ connection, dataConverter: testDataConverter });
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
  } finally {
    await connection.close();
  }
}

async function withRun(
  scheduleId: string,
  then: (client: Client, workflowId: string) => Promise<void>,
  keys = TEST_PAYLOAD_KEYS
): Promise<void> {
  const connection = await connectTemporal();
  try {
    const client = new Client({ connection, dataConverter: dataConverter(parseKeyring(keys)) });
    const daily = client.schedule.getHandle(scheduleId);
    const before = (await daily.describe()).info.numActionsTaken;
    await daily.trigger();
    const { recentActions } = await eventually(
      async () => (await daily.describe()).info,
      ({ numActionsTaken }) => numActionsTaken > before
    );
    await then(client, recentActions.at(-1)!.action.workflow.workflowId);
  } finally {
    await connection.close();
  }
}
