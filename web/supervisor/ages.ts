import { localDayOf } from '../shared/i18n/format';
import { addDays } from '../shared/days';
import type { Filters } from './filters';
import type { Overview } from './OverviewPage';

/** The first day of each group, in days since receipt. */
const beginnings = [0, 6, 11, 21, 41, 61] as const;

export interface AgeGroup {
  readonly least: number;
  /** null: and older. */
  readonly most: number | null;
  readonly cases: number;
  /** Lists them. */
  readonly filters: Filters;
}

/** Open cases by how long ago they were received. */
export function ageGroups(ages: Overview['ages'], at: string): AgeGroup[] {
  const today = localDayOf(new Date(at));
  const oldest = Math.max(0, ...ages.map(({ days }) => days));
  return beginnings.map((least, index) => {
    const next = beginnings[index + 1];
    const most = next === undefined ? null : next - 1;
    const cases = ages
      .filter(({ days }) => days >= least && (most === null || days <= most))
      .reduce((sum, group) => sum + group.cases, 0);
    const from = addDays(today, -(most ?? Math.max(oldest, least)));
    return { least, most, cases, filters: { open: 'true', from, through: addDays(today, -least) } };
  });
}
