import { WorkflowNotFoundError, type Client } from '@temporalio/client';

/** The latest run of a workflow, whatever has become of it; null where Temporal knows none. */
export async function latestRun(temporal: Client, workflowId: string): Promise<string | null> {
  try {
    return (await temporal.workflow.getHandle(workflowId).describe()).runId;
  } catch (error) {
    if (error instanceof WorkflowNotFoundError) return null;
    throw error;
  }
}

/**
 * Sends what a run was told and never saw on to the one in its place, as it came: an answer that closes duplicates, a
 * change of agencies. Nobody would send these again. What it saw, its record shows.
 */
export async function handOver(temporal: Client, workflowId: string, from: string): Promise<void> {
  const { events } = await temporal.workflow.getHandle(workflowId, from).fetchHistory();
  const history = events ?? [];
  const seen = history.reduce(
    (latest, { workflowTaskCompletedEventAttributes: done }) => Math.max(latest, Number(done?.startedEventId ?? 0)),
    0
  );
  for (const { eventId, workflowExecutionSignaledEventAttributes: signal } of history) {
    if (signal == null || Number(eventId) < seen) continue;
    await temporal.workflowService.signalWorkflowExecution({
      namespace: temporal.options.namespace,
      workflowExecution: { workflowId },
      signalName: signal.signalName ?? null,
      input: signal.input ?? null,
      header: signal.header ?? null,
      requestId: `${from}/${String(eventId)}`,
    });
  }
}
