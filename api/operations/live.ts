import { caseStaff } from '../../domain/roles';
import type { Operations } from '../../http/operation';

export const liveOperations = {
  streamChanges: {
    route: 'GET /v1/events/stream',
    summary: 'Which of the cases that you may see change, as it happens',
    description:
      'Server-sent events named `case` with `{code, seq}`. Nothing is sent again after a break: ask for the list anew.',
    for: caseStaff,
    answers: { 200: { mediaType: 'text/event-stream', description: 'Events until either side closes' } },
  },
} satisfies Operations;
