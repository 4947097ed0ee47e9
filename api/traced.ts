import { context, propagation, ROOT_CONTEXT, SpanKind, SpanStatusCode, trace } from '@opentelemetry/api';
import type { RequestHandler } from 'express';
import { operationOf } from '../http/operation';

/** A span for each request, named by its operation; costs nothing where no tracing is switched on. */
export const traced: RequestHandler = (request, response, next) => {
  const from = propagation.extract(ROOT_CONTEXT, request.headers);
  const span = trace.getTracer('api').startSpan(request.method, { kind: SpanKind.SERVER }, from);
  response.once('close', () => {
    const operation = operationOf(response);
    if (operation !== undefined) span.updateName(operation).setAttribute('operation', operation);
    span.setAttribute('http.response.status_code', response.statusCode);
    if (response.statusCode >= 500) span.setStatus({ code: SpanStatusCode.ERROR });
    span.end();
  });
  context.with(trace.setSpan(from, span), next);
};
