import { scheduleDaily, type DailySchedule } from './temporal/dailySchedule';

/** Has what each partner holds of a day compared with what it was told, in the night after. */
export const scheduleComparisons = (how: DailySchedule): Promise<void> =>
  scheduleDaily(how, 'partner-comparison', 'partnerComparison', { hour: 2, minute: 0 });
