import type { CaseRow } from '../db/cases';
import { writtenDay, writtenEnd } from '../documents/writing';
import { answerDueOf } from '../domain/case';
import { dateOf, type Instant } from '../domain/time';
import type { Placeholder } from '../inputs/textTemplates';
import { filled } from '../messages/render';

/** A text with what it takes from a case. Nothing is escaped: it is no page, and whoever uses it reads it first. */
export function filledText(text: string, row: CaseRow, leadAgency: string, now: Instant): string {
  const answerDue = answerDueOf(row.state);
  const values: Record<Placeholder, string> = {
    code: row.code,
    title: row.title,
    submitterName: row.submitterName ?? '',
    receivedOn: writtenDay(dateOf(row.state.receivedAt)),
    answerBy: answerDue === null ? '' : writtenEnd(answerDue),
    leadAgency,
    today: writtenDay(dateOf(now)),
  };
  return filled(text, values);
}
