import type { AgendaList } from '../db/agenda';
import type { Executor } from '../db/database';
import type { Language } from '../domain/languages';
import { dateOf, lastDayBefore, toInstant, type Instant } from '../domain/time';
import type { Facts } from './catalogue/texts';
import { agencyName, dayText } from './facts';

/** What a working day brings to one of the people of an agency. */
export interface Morning {
  readonly name: string;
  readonly language: Language;
  readonly agency: string;
  readonly at: Instant;
  readonly lists: Readonly<Record<'dueToday' | 'overdue' | 'waiting', AgendaList>>;
}

/** What a morning digest may say. */
export const digestFacts = async (
  db: Executor,
  { name, language, agency, at, lists }: Morning,
  publicUrl: string
): Promise<Facts> => ({
  name,
  agency: await agencyName(db, agency, at, language),
  day: dayText(dateOf(at)),
  dueToday: linesOf(lists.dueToday),
  overdue: linesOf(lists.overdue),
  waiting: linesOf(lists.waiting),
  link: `${publicUrl}/inbox`,
});

function linesOf({ first, total }: AgendaList): string {
  if (total === 0) return '–';
  const lines = first.map(({ code, title, urgency }) => `- ${code} ${title}${until(urgency)}`);
  const more = total - first.length;
  return [...lines, ...(more > 0 ? [`(+${String(more)})`] : [])].join('\n');
}

/** The last day of the most urgent term, whose end is 24:00; nothing where none runs. */
const until = (urgency: Date): string =>
  urgency.getTime() > Date.UTC(9000, 0) ? '' : ` (${dayText(lastDayBefore(toInstant(urgency.getTime())))})`;
