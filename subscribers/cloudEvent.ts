import { CloudEvent, HTTP } from 'cloudevents';
import type { Told } from '../news/told';
import { pseudonym } from './signing';

/**
 * An event as a CloudEvents 1.0 message in the structured JSON mode. It holds no personal data, and the code of the case
 * only for a subscriber that an administrator has trusted with codes.
 */
export function cloudEventOf(
  { messageId, type, caseCode, news, recordedAt }: Told,
  { source, pseudonymKey, withCode }: { source: string; pseudonymKey: string; withCode: boolean }
): { readonly contentType: string; readonly body: string } {
  const about = caseCode === null ? null : { case: pseudonym(caseCode, pseudonymKey) };
  const event = new CloudEvent({
    id: messageId,
    source: `${source}/v1/cases`,
    type,
    time: news?.at ?? recordedAt.toISOString(),
    ...(about === null ? {} : { subject: about.case }),
    datacontenttype: 'application/json',
    data: { ...about, ...(withCode && caseCode !== null ? { code: caseCode } : {}), ...news },
  });
  const { headers, body } = HTTP.structured(event);
  return { contentType: String(headers['content-type']), body: String(body) };
}
