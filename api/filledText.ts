import Mustache from 'mustache';
import type { CaseRow } from '../db/cases';
import { dateOf, type Instant, type LocalDate } from '../domain/time';
import type { Placeholder } from '../inputs/textTemplates';

/** Days as Vietnamese letters write them. */
const written = (day: LocalDate): string => day.split('-').reverse().join('/');

/** A text with what it takes from a case. Nothing is escaped: it is no page, and whoever uses it reads it first. */
export function filledText(text: string, row: CaseRow, leadAgency: string | null, now: Instant): string {
  const answerBy = row.state.terms['answerBy'];
  const values: Record<Placeholder, string> = {
    code: row.code,
    title: row.title,
    submitterName: row.submitterName ?? '',
    receivedOn: written(dateOf(row.state.receivedAt)),
    answerBy: answerBy === undefined || answerBy.phase === 'paused' ? '' : written(answerBy.lastDay),
    leadAgency: leadAgency ?? '',
    today: written(dateOf(now)),
  };
  return Mustache.render(text, values, undefined, { escape: (value) => String(value) });
}
