import type { QuarterlyReport } from '../documents/quarterlyDocument';
import { quarterlyTables } from '../documents/quarterlyTables';
import { daysOf, type Quarter } from '../domain/quarters';
import type { Actor } from '../domain/roles';
import type { Instant } from '../domain/time';
import { issuerFor } from './casePrint';
import type { ApiContext } from './context';
import { namingOn } from './naming';
import { leadWithin, reportOf } from './reporting';

/** What the quarterly report says, in the names that agencies and categories had when the quarter ended. */
export async function quarterlyReport(
  context: ApiContext,
  actor: Actor,
  quarter: Quarter,
  asOf: Instant
): Promise<QuarterlyReport> {
  const madeAt = context.now();
  const period = daysOf(quarter);
  const lead = leadWithin(actor);
  const part = (by: 'agency' | 'category' | 'channel' | 'month') => reportOf(context, { ...period, by, asOf, lead });
  const [naming, issuer, agency, category, channel, month] = await Promise.all([
    namingOn(context, period.through, []),
    issuerFor(context, actor, madeAt),
    part('agency'),
    part('category'),
    part('channel'),
    part('month'),
  ]);
  return { quarter, issuer, madeAt, asOf, tables: quarterlyTables({ agency, category, channel, month }, naming) };
}
