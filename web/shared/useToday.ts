import { $api } from './api/client';
import { localDayOf } from './i18n/format';

const QUARTER_HOUR = 900_000;

/** The legal day, which under a training clock is not that of the browser; until it is known, that of the browser. */
export function useToday(): string {
  const { data } = $api.useQuery('get', '/healthz', {}, { staleTime: QUARTER_HOUR });
  return localDayOf(data === undefined ? new Date() : new Date(data.legalTime));
}
