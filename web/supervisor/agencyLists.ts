import { localDayOf } from '../shared/i18n/format';
import { NONE } from '../generated/rules';
import type { Filters } from './filters';
import type { Overview } from './OverviewPage';

type Agency = string | null;

/** The lists behind the figures of an agency in the overview; null stands for the cases that no agency has yet. */
export const openOf = (agency: Agency): Filters => ({ lead: agency ?? NONE, open: 'true' });

export const overdueOf = (agency: Agency): Filters => ({ ...openOf(agency), overdue: 'true' });

export const dueSoonOf = (agency: Agency, { soonThrough }: Overview): Filters => ({
  ...openOf(agency),
  overdue: 'false',
  due: soonThrough,
});

export const inTimeOf = (agency: Agency, { soonThrough }: Overview): Filters => ({
  ...openOf(agency),
  overdue: 'false',
  dueAfter: soonThrough,
});

/** The answers of which a share was in time. */
export const answeredBy = (agency: Agency, { since, at }: Overview): Filters => ({
  figure: 'answered',
  lead: agency ?? NONE,
  from: localDayOf(new Date(since)),
  through: localDayOf(new Date(at)),
});
