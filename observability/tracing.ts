import { OTLPTraceExporter } from '@opentelemetry/exporter-trace-otlp-http';
import { Resource } from '@opentelemetry/resources';
import {
  BatchSpanProcessor,
  NodeTracerProvider,
  type ReadableSpan,
  type SpanProcessor,
} from '@opentelemetry/sdk-trace-node';
import { ATTR_SERVICE_NAME } from '@opentelemetry/semantic-conventions';

/** Traces of this process on their way to a collector. */
export interface Tracing {
  readonly stop: () => Promise<void>;
}

/**
 * Sends traces where `OTEL_EXPORTER_OTLP_ENDPOINT` says, as OpenTelemetry's own variables set it; null where it is not
 * set. A trace leads from the request through the case to the activity that writes its record.
 */
export function startTracing(service: string, env: NodeJS.ProcessEnv): Tracing | null {
  if (!env['OTEL_EXPORTER_OTLP_ENDPOINT'] && !env['OTEL_EXPORTER_OTLP_TRACES_ENDPOINT']) return null;
  const provider = new NodeTracerProvider({
    resource: new Resource({ [ATTR_SERVICE_NAME]: service }),
    spanProcessors: [withoutContent, new BatchSpanProcessor(new OTLPTraceExporter())],
  });
  provider.register();
  return { stop: () => provider.shutdown() };
}

/** Workflow ids hold the codes by which anybody may track a case, update ids the keys of clients. */
const confided = ['temporalWorkflowId', 'temporalUpdateId'];

/** What errors say may hold what people wrote; their types tell enough here, and the log has the rest. */
const saidByErrors = ['exception.message', 'exception.stacktrace'];

/** Takes out of a span what a collector has no right to know. */
const withoutContent: SpanProcessor = {
  onStart: () => undefined,
  onEnd: (span: ReadableSpan) => {
    remove(span.attributes, confided);
    span.events.forEach(({ attributes }) => {
      remove(attributes ?? {}, saidByErrors);
    });
    delete span.status.message;
  },
  forceFlush: () => Promise.resolve(),
  shutdown: () => Promise.resolve(),
};

function remove(attributes: Record<string, unknown>, names: readonly string[]): void {
  for (const name of names) Reflect.deleteProperty(attributes, name);
}
