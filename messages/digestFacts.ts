import type { AgendaList } from '../db/agenda';
import type { Executor } from '../db/database';
import type { Language } from '../domain/languages';
import { dateOf, lastDayBefore, toInstant, type Instant } from '../domain/time';
import { catalogues } from './catalogue';
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
  dueToday: linesOf(lists.dueToday, language),
  overdue: linesOf(lists.overdue, language),
  waiting: linesOf(lists.waiting, language),
  link: `${publicUrl}/inbox`,
});

function linesOf({ first, total }: AgendaList, language: Language): string {
  if (total === 0) return '–';
  const lines = first.map((line) => `- ${line.code} ${line.title}${until(line, language)}`);
  const more = total - first.length;
  return [...lines, ...(more > 0 ? [`(+${String(more)})`] : [])].join('\n');
}

/** The last day of the most urgent term, whose end is 24:00; nothing where none runs. */
function until({ urgency, provisional }: AgendaList['first'][number], language: Language): string {
  if (urgency.getTime() > Date.UTC(9000, 0)) return '';
  const day = dayText(lastDayBefore(toInstant(urgency.getTime())));
  return ` (${day})${provisional ? catalogues[language].provisional : ''}`;
}
