import { $api } from '../../shared/api/client';
import type { Schemas } from '../../shared/api/types';

export type YearAnswer = Schemas['CalendarYearWithHistory'];

/** A year as it stands; what somebody prepares is not taken from under them by a look at another window. */
export const useYear = (year: number) =>
  $api.useQuery(
    'get',
    '/v1/calendar/{year}',
    { params: { path: { year } } },
    { refetchOnWindowFocus: false, refetchOnReconnect: false }
  );
