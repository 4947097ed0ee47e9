import { NONE } from '../generated/rules';
import { useCategoryName } from '../shared/case/agencies';
import { caseTexts } from '../shared/case/messages';
import { useTexts } from '../shared/i18n/catalogue';
import { useFormats } from '../shared/i18n/format';
import type { Filters } from './filters';
import { supervisorTexts } from './messages';
import { useLeadName } from './useLeadName';

/** What a list is narrowed to, in words. */
export function useFilterWords(filters: Filters): string[] {
  const t = useTexts(supervisorTexts);
  const words = useTexts(caseTexts);
  const format = useFormats();
  const nameOf = useLeadName();
  const categoryName = useCategoryName();
  const { lead, category, channel, status, figure, overdue, open, due, dueAfter, from, through } = filters;
  const said = [
    figure === undefined ? undefined : ({ ...t.figures, ...t.listedFigures } as Record<string, string>)[figure],
    status === undefined ? undefined : (words.statuses as Record<string, string>)[status],
    open === 'true' ? t.open : undefined,
    overdue === 'true' ? t.late : undefined,
    due === undefined ? undefined : t.dueThrough(format.day(due)),
    dueAfter === undefined ? undefined : t.dueAfter(format.day(dueAfter)),
    lead === undefined ? undefined : nameOf(lead === NONE ? null : lead),
    category === undefined ? undefined : category === NONE ? t.noCategory : categoryName(category),
    channel === undefined ? undefined : (words.channels as Record<string, string>)[channel],
    from === undefined || through === undefined ? undefined : t.period(format.day(from), format.day(through)),
  ];
  return said.filter((word) => word !== undefined);
}
