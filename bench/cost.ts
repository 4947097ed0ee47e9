import { temporal } from '@temporalio/proto';
import { bareOver, casesOver, type Live } from './lives';
import type { Stage } from './stage';
import type { Figures } from './tell';

/** What one life leaves in Temporal's history: events, and bytes as the server keeps them. */
export async function costOf(stage: Stage): Promise<Figures> {
  const ours = await historyOf(stage, await casesOver(stage, String(stage.addresses[0])));
  const bare = await historyOf(stage, bareOver(stage));
  return {
    'events of history': { bare: bare.events, ours: ours.events },
    'bytes of history': { bare: bare.bytes, ours: ours.bytes },
  };
}

async function historyOf({ temporal: client }: Stage, live: Live): Promise<{ events: number; bytes: number }> {
  const workflowId = await live(() => undefined);
  const history = await client.workflow.getHandle(workflowId).fetchHistory();
  return {
    events: history.events?.length ?? 0,
    bytes: temporal.api.history.v1.History.encode(history).finish().length,
  };
}
