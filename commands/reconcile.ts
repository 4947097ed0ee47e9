import { setTimeout as delay } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { createCaseClient } from '../client';
import { configFrom } from '../config';
import { openDatabase } from '../db/database';
import { divergences, stillDiverging, type Divergence, type Stores } from '../recovery/compare';
import { repair } from '../recovery/repair';
import { createRetelling } from '../recovery/retelling';
import { wakeUndelivered } from '../recovery/undelivered';
import { createNoticeDeliveries } from '../starters/noticeDeliveries';
import { connectClient } from '../temporal/connect';
import { trainingClockOf } from '../db/trainingClock';

const say = (line: string): void => {
  process.stdout.write(`${line}\n`);
};

const told = ({ code, kind, recorded, known }: Divergence): string =>
  `${code}: ${kind}, ${String(recorded)} events on record, ${String(known)} in Temporal`;

/** A case that was at work when it was looked at has come to rest by then. */
const LOOK_AGAIN_MILLIS = 5_000;
const LOOKS_AFTER_REPAIR = 20;

/** A restored history leads to answers that take a worker longer than usual. */
const PATIENCE_MILLIS = 60_000;

/**
 * `npm run reconcile [-- --repair]`: compares PostgreSQL with Temporal after one of them was restored to another moment.
 * Ends with 1 where they disagree.
 */
async function main(): Promise<void> {
  const { values } = parseArgs({ options: { repair: { type: 'boolean', default: false } } });
  const config = configFrom(process.env);
  const { db, close } = openDatabase(config.databaseUrl, { max: 4 });
  const { client: temporal, connection } = await connectClient(config.keyring);
  try {
    const clock = await trainingClockOf(db, config.trainingDaySeconds);
    const { taskQueue } = config;
    const how = { client: temporal, taskQueue, clock };
    const cases = createCaseClient({ ...how, patience: PATIENCE_MILLIS });
    const stores = { db, temporal, cases, taskQueue, retell: createRetelling(config.keyring) };
    const tools = { ...stores, clock };

    const suspects: Divergence[] = [];
    for await (const suspect of divergences(stores)) suspects.push(suspect);
    if (suspects.length > 0) await delay(LOOK_AGAIN_MILLIS);
    const found = await stillDiverging(stores, suspects);
    const repaired: Divergence[] = [];
    const left: Divergence[] = [];
    for (const divergence of found) {
      say(told(divergence));
      const failure = values.repair ? await repair(tools, divergence) : null;
      if (failure !== null) say(`${divergence.code}: ${failure}`);
      (values.repair && failure === null ? repaired : left).push(divergence);
    }
    left.push(...(await settled(stores, repaired)));
    if (values.repair) await wakeUndelivered(db, createNoticeDeliveries(how));
    if (values.repair) for (const divergence of left) say(`not repaired: ${told(divergence)}`);
    say(
      `${String(found.length)} cases diverge${values.repair ? `, ${String(found.length - left.length)} of them repaired` : ''}`
    );
    process.exitCode = left.length === 0 ? 0 : 1;
  } finally {
    await connection.close();
    await close();
  }
}

/** What a case could not write meanwhile it tries again at most a minute later. */
async function settled(stores: Stores, repaired: readonly Divergence[]): Promise<readonly Divergence[]> {
  let left = repaired;
  for (let look = 0; left.length > 0 && look < LOOKS_AFTER_REPAIR; look++) {
    if (look > 0) await delay(LOOK_AGAIN_MILLIS);
    left = await stillDiverging(stores, left);
  }
  return left;
}

main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 2;
});
