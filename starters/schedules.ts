import { scheduleDaily } from '../temporal/dailySchedule';
import type { Starting } from '../temporal/starting';

/** Has the record sealed a little after every midnight. */
export const scheduleSealing = (how: Starting): Promise<void> =>
  scheduleDaily(how, 'record-sealing', 'recordSealing', { hour: 0, minute: 5 });

/** Has what each partner holds of a day compared with what it was told, in the night after. */
export const scheduleComparisons = (how: Starting): Promise<void> =>
  scheduleDaily(how, 'partner-comparison', 'partnerComparison', { hour: 2, minute: 0 });

/** Has everybody who works on cases told every morning what the day brings; on days off the run ends at once. */
export const scheduleDigests = (how: Starting): Promise<void> =>
  scheduleDaily(how, 'morning-digest', 'morningDigest', { hour: 7, minute: 30 });
