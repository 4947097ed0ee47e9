import type { CaseEvent } from '../../../domain/case';
import { linked } from '../../../record/chain';
import { conceal } from '../../../record/personal';
import type { RecordedCase } from '../../../record/verify';

/** A run of events as the service puts it on record. */
export function onRecord(code: string, events: readonly CaseEvent[]): RecordedCase {
  const concealed = events.map(conceal);
  const links = linked(
    code,
    null,
    concealed.map(({ event }) => event)
  );
  const { seq, hash } = links.at(-1)!;
  return { code, head: { seq, hash }, links, personal: concealed.flatMap(({ personal }) => personal) };
}
