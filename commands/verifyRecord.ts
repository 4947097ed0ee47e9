import { readFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { z } from 'zod';
import { breachesOfCases, breachesOfRoots, extentOfRecord, type RootBreach } from '../db/audit';
import { openDatabase } from '../db/database';
import { exportedCase, firstBreachOfExport, signedRoot } from '../record/exported';
import type { ActionInputs } from '../domain/inputs';
import { SERVICE } from '../domain/roles';
import type { ConcealedEvent } from '../record/personal';
import type { Breach } from '../record/verify';
import { databaseUrlFrom } from '../secretFiles';

const say = (line: string): void => {
  process.stdout.write(`${line}\n`);
};

const NOTHING_TO_VERIFY = 'name an exported case, or set DATABASE_URL or DATABASE_URL_FILE';

const told = (breach: Breach | RootBreach): string =>
  'root' in breach
    ? `root ${String(breach.root)}: ${breach.what}`
    : `case ${breach.code}, event ${String(breach.seq)}: ${breach.what}`;

/** Verifies the whole database and says every first fault. Answers whether it is whole. */
async function verifyDatabase(url: string): Promise<boolean> {
  const { db, close } = openDatabase(url, { max: 2 });
  try {
    let faults = 0;
    for (const breaches of [breachesOfCases(db), breachesOfRoots(db)])
      for await (const breach of breaches) {
        faults++;
        say(told(breach));
      }
    const { cases, events } = await extentOfRecord(db);
    say(`${String(cases)} cases, ${String(events)} events: ${faults === 0 ? 'whole' : `${String(faults)} faults`}`);
    return faults === 0;
  } finally {
    await close();
  }
}

/** Verifies one exported case without any server. Answers whether it is whole. */
async function verifyFile(path: string, rootsPath: string | undefined): Promise<boolean> {
  const given = exportedCase.parse(JSON.parse(await readFile(path, 'utf8')));
  const trusted =
    rootsPath === undefined
      ? []
      : z.object({ items: z.array(signedRoot) }).parse(JSON.parse(await readFile(rootsPath, 'utf8'))).items;
  const breach = firstBreachOfExport(given, trusted);
  const { proof, record } = given;
  const sealed =
    proof === null
      ? 'no daily root covers it yet'
      : `sealed up to event ${String(proof.head.seq)} by root ${String(proof.root.number)} of ${proof.root.date}`;
  say(
    breach === null
      ? `case ${record.code}: whole, ${String(record.links.length)} events, head ${record.head.hash}; ${sealed}`
      : told(breach)
  );
  for (const { event } of record.links) if (event.type === 'erase') say(erasureTold(event));
  return breach === null;
}

function erasureTold({ seq, at, by, data }: ConcealedEvent): string {
  const { requestedOn, reason, erased, files } = data as ActionInputs['erase'];
  const who = by === SERVICE ? SERVICE : by.id;
  return `event ${String(seq)}: ${String(erased.length)} texts and ${String(files.length)} files were erased at ${at} by ${who}, as the submitter asked on ${requestedOn}: ${reason}`;
}

/**
 * `npm run verify-record`: the database of `DATABASE_URL` (or `DATABASE_URL_FILE`); with a file: an exported case.
 * `--roots` names a saved answer of `GET /v1/record/roots`, against which the case is then held. Ends with 1 where something
 * was altered.
 */
async function main(): Promise<void> {
  const { positionals, values } = parseArgs({ allowPositionals: true, options: { roots: { type: 'string' } } });
  const [file] = positionals;
  const whole =
    file === undefined
      ? await verifyDatabase(databaseUrlFrom(process.env, NOTHING_TO_VERIFY))
      : await verifyFile(file, values.roots);
  process.exitCode = whole ? 0 : 1;
}

main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 2;
});
