import { alive, readiness } from '../answers/health';
import type { Operations } from '../../http/operation';

export const healthOperations = {
  isAlive: {
    route: 'GET /healthz',
    summary: 'Whether the process lives, and its legal time',
    for: 'anyone',
    answers: { 200: alive },
  },
  isReady: {
    route: 'GET /readyz',
    summary: 'Whether PostgreSQL and Temporal can be used',
    for: 'anyone',
    answers: { 200: readiness, 503: readiness },
  },
  readMetrics: {
    route: 'GET /metrics',
    summary: 'What Prometheus collects: for who brings `METRICS_TOKEN`, or asks from this machine itself',
    for: 'anyone',
    credentials: ['none', 'sharedSecret'],
    answers: { 200: { mediaType: 'text/plain', description: 'Prometheus text format' } },
    problems: ['forbidden'],
  },
} satisfies Operations;
