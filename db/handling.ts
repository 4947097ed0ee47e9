import { and, or, sql, type SQL } from 'drizzle-orm';
import { figureNames, type FigureName, type Grouping, type Period } from '../domain/figures';
import type { Instant, LocalDate } from '../domain/time';
import type { Executor } from './database';
import { answeredWithin, concerned, counted, knownAt, ofKind, type Kind } from './figureConditions';
import { caseStandings } from './schema/standings';

/** How many working days lie before each day, so that those between two days are one subtraction. */
interface WorkingDayCount {
  readonly from: LocalDate;
  /** Of the days from `from` on: the working days up to and including each. */
  readonly through: readonly number[];
}

export interface HandlingRow {
  readonly figures: Readonly<Record<FigureName, number>>;
  /** Working days of the term to answer that were used until the answers of the period; null without any. */
  readonly medianDays: number | null;
  readonly ninetiethDays: number | null;
  /** Working days that the cases of the period have lain with each holder, from their receipt until they were settled or the period ended. */
  readonly held: readonly { readonly holder: string; readonly days: number }[];
}

export interface Handling {
  readonly rows: readonly (HandlingRow & { readonly key: string | null })[];
  readonly total: HandlingRow;
}

interface Asked extends Kind, Period {
  readonly asOf: Instant;
  readonly by: Grouping;
  /** The last day that counts: the end of the period, or that of what was known. */
  readonly until: LocalDate;
  readonly workingDays: WorkingDayCount;
}

type Figures = Readonly<Record<FigureName, number>>;
type CountRow = { key: string | null; total: boolean; median: number | null; ninetieth: number | null } & Figures;
type HeldRow = { key: string | null; total: boolean; holder: string; days: number };

const { settledOn, termFrom, pausedAfter, pausedThrough } = caseStandings;

/** What a report says of the cases of a period, in one pass over their standings for the counts and one for the holders. */
export async function handlingOf(db: Executor, asked: Asked): Promise<Handling> {
  const [counts, held] = await Promise.all([countsOf(db, asked), heldBy(db, asked)]);
  const row = (count: CountRow): HandlingRow => ({
    figures: Object.fromEntries(figureNames.map((name) => [name, count[name]])) as Figures,
    medianDays: count.median,
    ninetiethDays: count.ninetieth,
    held: held
      .filter(({ key, total }) => total === count.total && key === count.key)
      .map(({ holder, days }) => ({ holder, days })),
  });
  const total = counts.find((count) => count.total);
  if (total === undefined) throw new Error('a report without its total');
  return {
    rows: counts.filter((count) => !count.total).map((count) => ({ key: count.key, ...row(count) })),
    total: row(total),
  };
}

const scope = (asked: Asked): (SQL | undefined)[] => [knownAt(asked.asOf), ofKind(caseStandings, asked)];
const keyOf = (by: Grouping): SQL => sql`${caseStandings[by]}`;

async function countsOf(db: Executor, asked: Asked): Promise<CountRow[]> {
  const key = keyOf(asked.by);
  const figures = figureNames.map(
    (name) => sql`count(*) filter (where ${counted(name, asked)})::int as ${sql.identifier(name)}`
  );
  const used = sql`case when ${answeredWithin(asked)} then (${usedDays})::int end`;
  const rows = await db.execute<CountRow>(sql`
    with clock as materialized (${clock(asked.workingDays)}),
    known as (
      select *, ${used} as used from ${caseStandings}
      where ${and(...scope(asked), or(concerned(asked), counted('disputed', asked)))}
    )
    select ${key} as key, grouping(${key}) = 1 as total, ${sql.join(figures, sql`, `)},
      percentile_cont(0.5) within group (order by used) as median,
      percentile_disc(0.9) within group (order by used) as ninetieth
    from known as ${caseStandings}
    group by grouping sets ((${key}), ())
    order by total, key`);
  return [...rows];
}

async function heldBy(db: Executor, asked: Asked): Promise<HeldRow[]> {
  const key = keyOf(asked.by);
  const end = sql`least(${settledOn}, ${asked.until}::date)`;
  const next = sql`least(${caseStandings.heldAfter}[held.number + 1], ${end})`;
  const rows = await db.execute<HeldRow>(sql`
    with clock as materialized (${clock(asked.workingDays)})
    select ${key} as key, grouping(${key}) = 1 as total, held.holder,
      sum(${worked(next)} - ${worked(sql`least(held.after, ${end})`)})::int as days
    from ${caseStandings},
      unnest(${caseStandings.holders}, ${caseStandings.heldAfter}) with ordinality as held (holder, after, number)
    where ${and(...scope(asked), concerned(asked))} and held.holder is not null
    group by grouping sets ((${key}, held.holder), (held.holder))
    order by days desc, held.holder`);
  return [...rows];
}

const clock = ({ from, through }: WorkingDayCount): SQL =>
  sql`select ${from}::date as begins, ${`{${through.join()}}`}::text::int[] as worked`;

/** The working days up to and including a day; as one array in memory, since a join would be paid for each day of each case. */
const worked = (day: SQL): SQL => sql`(select worked from clock)[greatest(${day} - (select begins from clock), 0) + 1]`;

const usedDays = sql`${worked(sql`${settledOn}`)} - ${worked(sql`${termFrom}`)} - case when ${pausedAfter} = '{}' then 0
  else (select sum(${worked(sql`pause.through`)} - ${worked(sql`pause.after`)})
    from unnest(${pausedAfter}, ${pausedThrough}) as pause (after, through)) end`;
