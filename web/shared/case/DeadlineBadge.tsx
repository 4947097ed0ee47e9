import { IconAlertTriangle, IconClock, IconClockExclamation } from '@tabler/icons-react';
import type { CaseTerm, ListedCase } from '../api/types';
import { useTexts } from '../i18n/catalogue';
import { useFormats } from '../i18n/format';
import { type Standing, standingOf, standingOfNext } from './deadline';
import { useToday } from '../useToday';
import { caseTexts } from './messages';
import { Tag } from './Tag';

const icons = { late: IconAlertTriangle, soon: IconClockExclamation, none: IconClock };

const StandingTag = ({ standing }: { standing: Standing }) => (
  <Tag tone={standing.tone} icon={icons[standing.urgency]}>
    {standing.words}
  </Tag>
);

/** The working days that are left of the deadline that ends first; for lists. Nothing where none runs. */
export function NextDeadlineBadge({ next }: { next: ListedCase['nextDeadline'] }) {
  const t = useTexts(caseTexts);
  return next === null ? null : <StandingTag standing={standingOfNext(next, t)} />;
}

/** The working days that are left of a deadline of one case. */
export function DeadlineBadge({ term }: { term: CaseTerm }) {
  const t = useTexts(caseTexts);
  const format = useFormats();
  const today = useToday();
  return <StandingTag standing={standingOf(term, today, t, format)} />;
}
