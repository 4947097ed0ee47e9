import type { z } from 'zod';
import { listCases, type CaseRow } from '../db/cases';
import type { Database } from '../db/database';
import type { Actor } from '../domain/roles';
import type { Instant } from '../domain/time';
import { writeCursor } from '../inputs/cursor';
import type { listQuery } from '../inputs/list';
import { caseFilterOf } from './caseFilter';

interface CasePage {
  readonly rows: readonly CaseRow[];
  readonly previousCursor: string | null;
  readonly nextCursor: string | null;
}

/** A page of a list, and the ways on from it. Where there is no full page before the cursor, it is the first page. */
export async function pageOfCases(
  db: Database,
  actor: Actor,
  query: z.output<typeof listQuery>,
  now: Instant
): Promise<CasePage> {
  const { cursor: from = null, limit, ...filters } = query;
  const rows = await listCases(db, actor, caseFilterOf(filters, actor, now), from, limit + 1);
  if (from?.direction === 'before') {
    if (rows.length <= limit) return pageOfCases(db, actor, { ...query, cursor: undefined }, now);
    const page = rows.slice(1);
    return { rows: page, ...cursorsOf(page, { before: true, after: true }) };
  }
  const page = rows.slice(0, limit);
  return { rows: page, ...cursorsOf(page, { before: from !== null, after: rows.length > limit }) };
}

function cursorsOf(page: readonly CaseRow[], more: { readonly before: boolean; readonly after: boolean }) {
  const [first] = page;
  const last = page.at(-1);
  return {
    previousCursor: first !== undefined && more.before ? writeCursor(first, 'before') : null,
    nextCursor: last !== undefined && more.after ? writeCursor(last, 'after') : null,
  };
}
