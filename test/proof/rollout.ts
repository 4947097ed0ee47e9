import assert from 'node:assert/strict';
import type { CaseClient } from '../../client';
import type { OpenDatabase } from '../../db/database';
import type { Actor } from '../../domain/roles';
import type { Law } from '../../domain/terms';
import { legalTime, type TrainingClock } from '../../domain/trainingClock';
import { createRollouts } from '../../starters/rollouts';
import { caseWorkflowId } from '../../workflows/messages';
import { announceYears, lawOn, officialYear, withoutSwap, withSwap } from '../support/calendar';
import { eventually } from '../support/eventually';
import { replayRuns } from '../support/histories';
import { faultless, submission } from '../support/inputs';
import { at } from '../support/law';
import { reception, submitter } from '../support/people';
import { setCaseStage } from './caseStage';
import { askEach, named } from './manyCases';

const swapDay = '2026-01-02';
const document = '12729/VPCP-KGVX';
const unswapped = withoutSwap(swapDay, officialYear(2026));
const swapped = withSwap(swapDay, '2026-01-10', document, unswapped);

export interface RolloutProof {
  /** Open cases that the change meets; every tenth has been forwarded, and a twentieth more have ended. */
  readonly cases: number;
  /** Submitted by the old days while the change is rolled out. */
  readonly meanwhile: number;
  readonly tell: (what: string) => void;
}

/** What was measured, in seconds. */
export interface RolloutFigures {
  readonly opened: number;
  readonly rolledOut: number;
  /** From the kill, in the middle, until the next case moved. */
  readonly interrupted: number;
  readonly takenWhenKilled: number;
}

/**
 * Opens cases on a real Temporal server, swaps a day, kills the only worker in the middle of the roll-out, starts
 * another, and looks at the record: each open case moved exactly once, ended ones did not.
 * @throws AssertionError where that is not so.
 */
export async function proveRollout({ cases, meanwhile, tell }: RolloutProof): Promise<RolloutFigures> {
  const stage = await setCaseStage(at('2025-12-18 08:00'));
  const { temporal, client, database, taskQueue, clock, startWorker } = stage;
  const { db } = database;
  let worker = startWorker();

  try {
    await announceYears(db, [officialYear(2025), unswapped], legalTime(Date.now(), clock));
    const oldLaw = await lawOn(db, legalTime(Date.now(), clock));
    const person = { client, clock, law: oldLaw };
    const opening = stopwatch();
    const open = named('OPEN', cases);
    const ended = named('ENDED', Math.ceil(cases / 20));
    await askEach([...open, ...ended], (code) => submit(person, code));
    await askEach(ended, (code) => act(person, code, submitter, 'withdraw'));
    await askEach(
      open.filter((_, index) => index % 10 === 0),
      (code) => act(person, code, reception, 'forward')
    );
    const opened = opening();
    tell(`${cases} cases are open after ${opened} s`);

    const version = await announceYears(db, [swapped], legalTime(Date.now(), clock));
    const rollouts = createRollouts({ client: temporal, taskQueue }, db);
    const rolling = stopwatch();
    // The last to be told cannot move before the worker is killed, so that it is killed in the middle.
    const holder = await database.sql.reserve();
    await holder`begin`;
    await holder`select from cases where code = ${open.at(-1)!} for update`;
    await rollouts.takeUp();
    const young = named('YOUNG', meanwhile);
    const submitted = askEach(young, (code) => submit(person, code));
    const { taken: takenWhenKilled } = await eventually(
      () => rollouts.state(version),
      ({ taken }) => taken >= cases / 2
    );
    worker.kill('SIGKILL');
    await worker.ended;
    const interruption = stopwatch();
    tell(`the worker is killed after ${rolling()} s: ${takenWhenKilled} cases count by the new days`);
    const { taken: standing, remaining } = await rollouts.state(version);
    await holder`rollback`;
    holder.release();
    worker = startWorker();
    await eventually(
      () => rollouts.state(version),
      ({ taken }) => taken > standing
    );
    const interrupted = interruption();
    tell(`the next case moves ${interrupted} s after the kill`);
    await submitted;
    await eventually(
      () => rollouts.state(version),
      ({ state }) => state === 'done'
    );
    const rolledOut = rolling();
    tell(`the roll-out is done after ${rolledOut} s`);

    assert.ok(remaining > 0, 'the worker was killed in the middle');
    await assertMovedOnce(database, version, [...open, ...young], ended);
    const sample = [open[0]!, open.at(-1)!, ...young.slice(0, 1)];
    for (const code of sample) {
      assert.equal((await client.state(code)).terms['answerBy']?.calendar, version);
      const workflowId = caseWorkflowId(code);
      await replayRuns(temporal, workflowId);
    }
    return { opened, rolledOut, interrupted, takenWhenKilled };
  } catch (error) {
    tell(`the proof has failed: ${String(error)}`);
    throw error;
  } finally {
    worker.kill('SIGKILL');
    await worker.ended;
    await stage.stop();
  }
}

interface Person {
  readonly client: CaseClient;
  readonly clock: TrainingClock;
  readonly law: Law;
}

const submit = ({ client, clock, law }: Person, code: string) => {
  const now = legalTime(Date.now(), clock);
  return client.submit(code, { action: 'submit', by: submitter, at: now, key: code, input: submission(now) }, law);
};

const act = ({ client, clock }: Person, code: string, by: Actor, action: 'forward' | 'withdraw') =>
  client.act(code, {
    action,
    by,
    at: legalTime(Date.now(), clock),
    key: `${action} ${code}`,
    input: faultless[action],
  });

/** The record as SQL sees it, with no code of the service between. */
async function assertMovedOnce(
  { sql }: OpenDatabase,
  version: number,
  open: readonly string[],
  ended: readonly string[]
): Promise<void> {
  const moves = await sql<{ code: string; changes: number; moved: string; told: number }[]>`
    SELECT case_code AS code, count(*)::int AS changes,
      string_agg(concat_ws(' ', moved ->> 'term', moved ->> 'from', moved ->> 'to', event -> 'data' ->> 'document'), ',') AS moved,
      (SELECT count(*)::int FROM notices
        WHERE notices.case_code = case_events.case_code AND template = 'deadline_moved' AND recipient_kind = 'submitter') AS told
    FROM case_events LEFT JOIN LATERAL jsonb_array_elements(event -> 'data' -> 'moved') AS moved
      ON moved ->> 'term' = 'answerBy'
    WHERE type = 'calendarChanged' AND (event -> 'data' ->> 'calendar')::int = ${version}
    GROUP BY case_code`;
  const once = { changes: 1, moved: `answerBy 2026-01-09 2026-01-10 ${document}`, told: 1 };
  const expected = new Map(open.map((code) => [code, once]));
  assert.deepEqual(new Map(moves.map(({ code, ...move }) => [code, move])), expected);
  const still = await sql<{ code: string }[]>`
    SELECT code FROM cases WHERE calendar <> ${version} ORDER BY code`;
  assert.deepEqual(
    still.map(({ code }) => code),
    [...ended].sort()
  );
  const gaps = await sql`
    SELECT case_code FROM case_events GROUP BY case_code HAVING count(*) <> max(seq) OR count(*) <> count(DISTINCT seq)`;
  assert.deepEqual([...gaps], []);
}

function stopwatch(): () => number {
  const started = performance.now();
  return () => Math.round((performance.now() - started) / 100) / 10;
}
