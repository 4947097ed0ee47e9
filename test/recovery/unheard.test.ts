import { temporal } from '@temporalio/proto';
import { unheard } from '../../recovery/handOver';

const { HistoryEvent } = temporal.api.history.v1;

const ofKind = {
  signal: () => ({ workflowExecutionSignaledEventAttributes: {} }),
  /** A task that saw all that came before `saw`. */
  task: (saw: number) => ({ workflowTaskCompletedEventAttributes: { startedEventId: saw } }),
  failure: () => ({ workflowTaskFailedEventAttributes: {} }),
  begun: () => ({ workflowTaskStartedEventAttributes: {} }),
  writing: () => ({ activityTaskScheduledEventAttributes: {} }),
  /** What was being written since event number `since` stands on record. */
  written: (since: number) => ({ activityTaskCompletedEventAttributes: { scheduledEventId: since } }),
};

/** The numbers of the signals that a history leaves unheard; its events are numbered from 1. */
const unheardOf = (...events: object[]): number[] =>
  unheard(events.map((event, index) => HistoryEvent.fromObject({ eventId: index + 1, ...event }))).map(({ eventId }) =>
    Number(eventId)
  );

const { signal, task, failure, begun, writing, written } = ofKind;

test.each([
  ['a run that no task ended well', [signal(), begun(), failure(), signal()], [1, 4]],
  ['what came before its last task', [signal(), begun(), task(2)], []],
  ['what came after its last task', [signal(), begun(), task(2), signal(), begun(), failure(), signal()], [4, 7]],
  ['what came while its last task ran', [begun(), signal(), task(1)], [2]],
  ['what its last task could not write at once', [begun(), task(1), signal(), begun(), task(4), writing()], [3]],
  [
    'what waited behind that, though it was written later',
    [
      begun(),
      task(1),
      signal(),
      begun(),
      task(4),
      writing(),
      signal(),
      begun(),
      task(8),
      written(6),
      begun(),
      failure(),
    ],
    [3, 7],
  ],
  [
    'nothing of all that, once a task saw it written',
    [begun(), task(1), signal(), begun(), task(4), writing(), written(6), begun(), task(8)],
    [],
  ],
])('R5: a case that takes the place of another run is told %s', (_, events, numbers) => {
  expect(unheardOf(...events)).toEqual(numbers);
});
