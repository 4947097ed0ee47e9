import { and, arrayContains, eq, inArray, isNull, or, sql, type SQL } from 'drizzle-orm';
import { ruleOf } from '../domain/actions';
import { LEADERSHIP } from '../domain/holdings';
import type { Actor } from '../domain/roles';
import { viewsOf, type View } from '../domain/views';
import { cases } from './schema';

/** The cases of a view; none where the actor's role does not have it. */
export function inView(view: View, actor: Actor): SQL | undefined {
  if (!viewsOf[actor.role].includes(view)) return sql`false`;
  const agency = actor.agency ?? '';
  switch (view) {
    case 'mine':
      return and(eq(cases.open, true), waitingFor(actor));
    case 'unit':
      return and(eq(cases.open, true), eq(cases.waitsFor, agency));
    case 'opinions':
      return and(
        eq(cases.open, true),
        arrayContains(cases.agencies, [agency]),
        inArray(cases.status, [...ruleOf('opine').from]),
        sql`${cases.state} @> ${JSON.stringify({ coordinating: [{ agency, agrees: null }] })}::jsonb`
      );
    case 'all':
      return undefined;
  }
}

/**
 * What makes open cases somebody's own work, in the inbox and in the morning's digest alike: a head has drafts to approve
 * and cases to assign beside those that they handle themselves (R10.3).
 */
export function waitingFor({ id, role, agency }: Pick<Actor, 'id' | 'role' | 'agency'>): SQL | undefined {
  if (role === 'leadership') return eq(cases.waitsFor, LEADERSHIP);
  if (role !== 'agency_lead') return eq(cases.officer, id);
  const toDecide = or(eq(cases.status, 'approving'), isNull(cases.officer), eq(cases.officer, id));
  return and(eq(cases.leadAgency, agency ?? ''), eq(cases.waitsFor, agency ?? ''), toDecide);
}
