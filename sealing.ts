import { scheduleDaily, type DailySchedule } from './temporal/dailySchedule';

/** Has the record sealed a little after every midnight. */
export const scheduleSealing = (how: DailySchedule): Promise<void> =>
  scheduleDaily(how, 'record-sealing', 'recordSealing', { hour: 0, minute: 5 });
