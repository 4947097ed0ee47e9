import { asc, inArray, sql } from 'drizzle-orm';
import type { Head } from '../record/chain';
import { rootOf } from '../record/merkle';
import { hashOfStatement, isGenuine, leafOfCase, type SignedRoot } from '../record/roots';
import { firstBreach, type Breach } from '../record/verify';
import type { Database, Executor } from './database';
import { inOneMoment } from './oneMoment';
import { caseEvents, cases } from './schema';
import { leavesOf, listRoots } from './roots';
import { casePersonal } from './schema/record';
import { together } from './together';

/** What is wrong with a daily root. */
export interface RootBreach {
  readonly root: number;
  readonly what: string;
}

const BATCH = 500;

/** The first fault of every case whose record is not whole, batch by batch. */
export async function* breachesOfCases(db: Database): AsyncGenerator<Breach> {
  for (let after = ''; ;) {
    const { heads, breaches } = await breachesAfter(db, after);
    const last = [...heads.keys()].at(-1);
    if (last === undefined) return;
    yield* breaches;
    after = last;
  }
}

/** Of one batch, as it stands at one moment: the service goes on writing. */
const breachesAfter = (db: Database, after: string) =>
  inOneMoment(db, async (tx) => {
    const heads = await headsAfter(tx, after);
    return { heads, breaches: await breachesOf(tx, heads) };
  });

/** Of every case that is known by its row or by events. A head that is gone is given as number 0. */
async function headsAfter(db: Executor, after: string): Promise<Map<string, Head>> {
  const rows = await db.execute<{ code: string; seq: number; hash: string }>(sql`
    select code, coalesce(seq, 0) as seq, coalesce(head, '') as hash
    from (
      (select code from cases where code > ${after} order by code limit ${BATCH})
      union (select distinct case_code from case_events where case_code > ${after} order by case_code limit ${BATCH})
      order by code limit ${BATCH}
    ) as known left join cases using (code)
    order by code`);
  return new Map(rows.map(({ code, seq, hash }) => [code, { seq, hash }]));
}

async function breachesOf(db: Executor, heads: ReadonlyMap<string, Head>): Promise<Breach[]> {
  const codes = [...heads.keys()];
  const [events, texts] = await together([
    db.select().from(caseEvents).where(inArray(caseEvents.caseCode, codes)).orderBy(asc(caseEvents.seq)),
    db.select().from(casePersonal).where(inArray(casePersonal.caseCode, codes)),
  ]);
  const links = byCase(events);
  const personal = byCase(texts);
  return [...heads].flatMap(([code, head]) => {
    const own = links.get(code) ?? [];
    const odd = own.find(
      ({ event, type, at, recordedAt }) =>
        type !== event.type || !isSame(at, event.at) || !isSame(recordedAt, event.recordedAt)
    );
    const breach = firstBreach({ code, head, links: own, personal: personal.get(code) ?? [] });
    const ofColumns = odd && { code, seq: odd.seq, what: 'the columns of the event say something else than the event' };
    return [breach, ofColumns]
      .filter((one) => one !== undefined && one !== null)
      .sort((a, b) => a.seq - b.seq)
      .slice(0, 1);
  });
}

function byCase<Row extends { readonly caseCode: string }>(rows: readonly Row[]): Map<string, Row[]> {
  const grouped = new Map<string, Row[]>();
  for (const row of rows) grouped.set(row.caseCode, [...(grouped.get(row.caseCode) ?? []), row]);
  return grouped;
}

const isSame = (column: Date, instant: string): boolean => column.getTime() === Date.parse(instant);

/** What is wrong with each daily root, and with each case of which a root knows other events. */
export async function* breachesOfRoots(db: Database): AsyncGenerator<Breach | RootBreach> {
  const roots = (await listRoots(db, null, Number.MAX_SAFE_INTEGER)).reverse();
  let before: SignedRoot | undefined;
  for (const root of roots) {
    const what = await faultOf(db, root, before);
    if (what !== null) yield { root: root.number, what };
    before = root;
  }
  const lost = await db.execute<{ code: string; seq: number; known: boolean }>(sql`
    select distinct on (case_code) case_code as code, leaf.seq, event.hash is not null as known
    from record_leaves as leaf left join case_events as event using (case_code, seq)
    where event.hash is distinct from leaf.hash
    order by case_code, leaf.seq`);
  for (const { code, seq, known } of lost) {
    const what = known
      ? 'events up to here were written anew after the root was made'
      : 'an event that a root covers is gone';
    yield { code, seq, what };
  }
}

async function faultOf(db: Database, root: SignedRoot, before: SignedRoot | undefined): Promise<string | null> {
  if (root.number !== (before?.number ?? 0) + 1) return 'the root before it is missing';
  if (root.previous !== (before === undefined ? null : hashOfStatement(before))) return 'it follows another root';
  if (!isGenuine(root)) return 'its signature is false';
  const leaves = await leavesOf(db, root.number);
  const reckoned = rootOf(leaves.map(({ caseCode, seq, hash }) => leafOfCase(caseCode, { seq, hash })));
  return leaves.length === root.leaves && reckoned === root.root ? null : 'its leaves are others';
}

/** How much an audit looks at. */
export async function extentOfRecord(db: Database): Promise<{ cases: number; events: number }> {
  const [known, happened] = await Promise.all([db.$count(cases), db.$count(caseEvents)]);
  return { cases: known, events: happened };
}
