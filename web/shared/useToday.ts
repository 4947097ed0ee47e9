import { useEffect, useState } from 'react';
import { $api } from './api/client';
import { localDayOf } from './i18n/format';
import { legalMoment, restOfDay } from './legalTime';

const QUARTER_HOUR = 900_000;

/**
 * The legal day, which under a training clock is not that of the browser and lasts seconds; until it is known, that of the
 * browser. It goes on at midnight, also on a page that stays open.
 */
export function useToday(): string {
  const { data, dataUpdatedAt } = $api.useQuery('get', '/healthz', {}, { staleTime: QUARTER_HOUR });
  const [now, lookAgain] = useState(Date.now);
  const moment = data === undefined ? now : legalMoment(data, dataUpdatedAt, now);
  useEffect(() => {
    if (data === undefined) return;
    const midnight = setTimeout(
      () => {
        lookAgain(Date.now());
      },
      restOfDay(data, legalMoment(data, dataUpdatedAt, Date.now()))
    );
    return () => {
      clearTimeout(midnight);
    };
  }, [data, dataUpdatedAt, now]);
  return localDayOf(new Date(moment));
}
