import type { Client } from '@temporalio/client';
import type { temporal as proto } from '@temporalio/proto';
import { described } from '../temporal/described';
import { hasGrpcStatus } from '../temporal/grpcStatus';
import { caseWorkflowId } from '../workflows/messages';

type HistoryEvent = proto.api.history.v1.IHistoryEvent;

/** The latest run of a case, whatever has become of it; null where Temporal knows none. */
export const latestRun = async (temporal: Client, code: string): Promise<string | null> =>
  (await described(temporal, caseWorkflowId(code)))?.runId ?? null;

/**
 * Sends what a run was told and has left nothing of on to the one in its place, as it came: an answer that closes
 * duplicates, a change of agencies. Nobody would send these again. Done again, it changes nothing. A run that has ended
 * by then, such as by an alarm that was due, is told no more: of these a case that has ended would take nothing but what
 * became of a common answer, which the page of its submitter shows.
 */
export async function handOver(temporal: Client, code: string, from: string): Promise<void> {
  const workflowId = caseWorkflowId(code);
  const { events } = await temporal.workflow.getHandle(workflowId, from).fetchHistory();
  try {
    for (const { eventId, workflowExecutionSignaledEventAttributes: signal } of unheard(events ?? []))
      await temporal.workflowService.signalWorkflowExecution({
        namespace: temporal.options.namespace,
        workflowExecution: { workflowId },
        signalName: signal?.signalName ?? null,
        input: signal?.input ?? null,
        header: signal?.header ?? null,
        requestId: `${from}/${String(eventId)}`,
      });
  } catch (error) {
    // No run of that id is open.
    if (!hasGrpcStatus(error, 'notFound')) throw error;
  }
}

/**
 * The signals of a run that its record may not show: those that came after its last task at rest. A task is not at rest
 * while the server still tries to write what a case could not write at once: what it saw since waits its turn behind that.
 */
export function unheard(events: readonly HistoryEvent[]): HistoryEvent[] {
  const closedAt = new Map(
    events.flatMap((event) => {
      const closed = closedBy(event);
      return closed == null ? [] : [[Number(closed.scheduledEventId), Number(event.eventId)] as const];
    })
  );
  const writing = events.flatMap(({ eventId, activityTaskScheduledEventAttributes: scheduled }) =>
    scheduled == null ? [] : [{ since: Number(eventId), until: closedAt.get(Number(eventId)) ?? Infinity }]
  );
  const tasks = events.flatMap(({ eventId, workflowTaskCompletedEventAttributes: done }) =>
    done == null ? [] : [{ saw: Number(done.startedEventId), ended: Number(eventId) }]
  );
  const nextAfter = (task: number): number => tasks.find(({ ended }) => ended > task)?.saw ?? Infinity;
  const rested = tasks.findLast(
    ({ saw, ended }) => !writing.some(({ since, until }) => since < nextAfter(ended) && until > saw)
  );
  return events.filter(
    ({ eventId, workflowExecutionSignaledEventAttributes: signal }) =>
      signal != null && Number(eventId) > (rested?.saw ?? 0)
  );
}

const closedBy = (event: HistoryEvent) =>
  event.activityTaskCompletedEventAttributes ??
  event.activityTaskFailedEventAttributes ??
  event.activityTaskTimedOutEventAttributes ??
  event.activityTaskCanceledEventAttributes;
