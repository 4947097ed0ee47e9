import type { AgencyVersion } from '../domain/agencies';
import { factsOn } from '../domain/register';
import { dateOf, type Instant, type LocalDate } from '../domain/time';

interface Presented {
  readonly at: Instant;
  readonly by: { readonly agency?: string | null };
  readonly data: unknown;
}

/** The event with the names that its agencies had on its day: history keeps the old name. */
export function withAgencyNames<Event extends Presented>(event: Event, known: readonly AgencyVersion[]) {
  return { ...event, agencies: agencyNamesOn(dateOf(event.at), [event.by.agency, ...agenciesIn(event.data)], known) };
}

/** What agencies were called on a day, by their ids; those that have ended keep their last name. What is no id is left out. */
export function agencyNamesOn(day: LocalDate, ids: readonly unknown[], known: readonly AgencyVersion[]) {
  const named = [...new Set(ids)].flatMap((id) => {
    if (typeof id !== 'string') return [];
    const facts = factsOn(known, id, day);
    return facts === undefined ? [] : [[id, { name: facts.name, nameEn: facts.nameEn }] as const];
  });
  return Object.fromEntries(named);
}

/** The ids that an event's data give where agencies stand in it. */
function agenciesIn(data: unknown): unknown[] {
  if (typeof data !== 'object' || data === null) return [];
  const { lead, to, from, agency, coordinating } = data as Record<string, unknown>;
  return [idOf(lead), idOf(to), from, agency, ...(Array.isArray(coordinating) ? (coordinating as unknown[]) : [])];
}

const idOf = (lead: unknown): unknown =>
  typeof lead === 'object' && lead !== null && 'agency' in lead ? lead.agency : lead;
