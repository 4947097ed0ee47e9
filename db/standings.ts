import { isDeepStrictEqual } from 'node:util';
import { and, eq, isNull } from 'drizzle-orm';
import { unborn, type CaseEvent, type CaseState } from '../domain/case';
import { evolve } from '../domain/evolve';
import { standingAfter, type Standing } from '../domain/standing';
import type { Database, Executor } from './database';
import { eventsOf } from './recorded';
import { cases } from './schema';
import { caseStandings } from './schema/standings';
import { together } from './together';

type Row = typeof caseStandings.$inferSelect;

const latestRow = (code: string) => and(eq(caseStandings.caseCode, code), isNull(caseStandings.supersededAt));

/** How a case stood last; null where nothing is noted. */
export async function latestStanding(tx: Executor, code: string): Promise<Standing | null> {
  const [row] = await tx.select().from(caseStandings).where(latestRow(code));
  return row === undefined ? null : standingOf(row);
}

/** Notes how a case stands after events that were recorded at one moment, the latest state being theirs. */
export async function keepStanding(
  tx: Executor,
  previous: Standing | null,
  events: readonly CaseEvent[],
  state: CaseState
): Promise<void> {
  const standing = standingAfter(previous, events, state);
  const last = events.at(-1);
  if (last === undefined || isDeepStrictEqual(standing, previous)) return;
  const recordedAt = new Date(last.recordedAt);
  await together([
    tx.update(caseStandings).set({ supersededAt: recordedAt }).where(latestRow(state.code)),
    tx.insert(caseStandings).values({ caseCode: state.code, seq: last.seq, recordedAt, ...columnsOf(standing) }),
  ]);
}

/** Makes the standings of a case from its record anew: for a case that was recorded before there were any. */
export async function rebuildStandings(db: Database, code: string): Promise<void> {
  await db.transaction(async (tx) => {
    // Its own workflow, which writes the row first, waits meanwhile.
    await tx.select({ code: cases.code }).from(cases).where(eq(cases.code, code)).for('update');
    await tx.delete(caseStandings).where(eq(caseStandings.caseCode, code));
    let state = unborn(code);
    for (const event of await eventsOf(tx, code)) {
      state = evolve(state, event);
      await keepStanding(tx, await latestStanding(tx, code), [event], state);
    }
  });
}

const columnsOf = ({ answerTerm, holdings, lateAfter: _, ...standing }: Standing) => ({
  ...standing,
  returnedOn: [...standing.returnedOn],
  disputedOn: [...standing.disputedOn],
  termFrom: answerTerm.from,
  termLateAfter: answerTerm.lateAfter,
  lateBefore: answerTerm.lateBefore,
  pausedAfter: answerTerm.pauses.map(({ after }) => after),
  pausedThrough: answerTerm.pauses.map(({ through }) => through),
  holders: holdings.map(({ holder }) => holder),
  heldAfter: holdings.map(({ after }) => after),
});

const standingOf = (row: Row): Standing => ({
  status: row.status,
  agency: row.agency,
  category: row.category,
  channel: row.channel,
  receivedOn: row.receivedOn,
  overdue: row.overdue,
  settledOn: row.settledOn,
  answered: row.answered,
  lateAfter: row.lateAfter,
  answerTerm: {
    from: row.termFrom,
    pauses: row.pausedAfter.map((after, index) => ({ after, through: row.pausedThrough[index] ?? after })),
    lateAfter: row.termLateAfter,
    lateBefore: row.lateBefore,
  },
  returnedOn: row.returnedOn,
  disputedOn: row.disputedOn,
  holdings: row.holders.map((holder, index) => ({ holder, after: row.heldAfter[index] ?? row.receivedOn })),
});
