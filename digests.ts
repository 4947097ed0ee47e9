import { scheduleDaily, type DailySchedule } from './temporal/dailySchedule';

/** Has everybody who works on cases told every morning what the day brings; on days off the run ends at once. */
export const scheduleDigests = (how: DailySchedule): Promise<void> =>
  scheduleDaily(how, 'morning-digest', 'morningDigest', { hour: 7, minute: 30 });
