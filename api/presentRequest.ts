import type { CaseRow } from '../db/cases';
import type { Published } from '../db/publications';
import { answeredStatuses } from '../db/serviceRequests';
import { statusNames } from '../domain/words';
import { writtenEnd } from '../documents/writing';
import { answerDueOf } from '../domain/case';
import { moment, momentOrNull } from './present';
import { titleOf } from './presentPublication';

/** What a category and an agency are called, or were called last; null for none. */
export interface RequestNames {
  readonly service: (code: string | null) => string | null;
  readonly agency: (id: string | null) => string | null;
}

/** Places and pictures stand in the content, as far as it is published. */
const nowhere = { address: null, address_id: null, zipcode: null, lat: null, long: null, media_url: null };

/** A published answer as a request of GeoReport: nothing but what is published. */
export const presentPublishedRequest = (row: Published, names: RequestNames) => ({
  service_request_id: row.number,
  status: 'closed' as const,
  status_notes: row.answer,
  service_name: names.service(row.category),
  service_code: row.category,
  description: [titleOf(row), row.content].filter(Boolean).join('\n'),
  agency_responsible: names.agency(row.agency),
  service_notice: null,
  requested_datetime: moment(row.receivedAt),
  updated_datetime: moment(row.changedAt),
  expected_datetime: null,
  ...nowhere,
});

/** A case for whoever holds its code or has sent it: where it stands, and the texts that are published of it. */
export const presentHeldRequest = (row: CaseRow, names: RequestNames) => ({
  service_request_id: row.code,
  status: answeredStatuses.includes(row.status) ? ('closed' as const) : ('open' as const),
  status_notes: row.publishedAnswer ?? statusNames[row.status],
  service_name: names.service(row.category),
  service_code: row.category,
  description: row.publishedContent ?? row.publishedTitle,
  agency_responsible: names.agency(row.leadAgency),
  service_notice: noticeOfDue(row),
  requested_datetime: moment(row.receivedAt),
  updated_datetime: moment(row.updatedAt),
  expected_datetime: momentOrNull(row.answerDue),
  ...nowhere,
});

/** GeoReport has no field for it: that the day on which an answer is due may still change (R2.4). */
function noticeOfDue({ state }: CaseRow): string | null {
  const due = answerDueOf(state);
  return due?.provisional === true ? `Hạn trả lời: ${writtenEnd(due)}.` : null;
}

/** What somebody is told who has just sent a request (R8.1). */
export function noticeOf({ state }: CaseRow): string {
  const due = answerDueOf(state);
  const until = due === null ? '' : ` Hạn trả lời: ${writtenEnd(due)}.`;
  return `Đã nhận phản ánh, kiến nghị.${until}`;
}
