import { spawnSync } from 'node:child_process';
import { appendFile, chown, mkdir, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import postgres from 'postgres';
import { eventually } from '../support/eventually';
import { temporaryFolder } from '../support/servers';
import type { Checked } from './faults/check';
import { letClientsAct, type Entry } from './faults/clients';
import { watchProgress } from './faults/progress';
import { chanceOf } from './faults/random';
import { codesOf, databaseUrl, startWholeService, type WholeService } from './faults/wholeService';

export interface DrillOptions {
  readonly seed: number;
  readonly cases: number;
  readonly acts: number;
  readonly clients: number;
  readonly daySeconds: number;
  readonly tell: (what: string) => void;
}

export interface DrillFigures extends Checked {
  /** From the loss of the cluster until the service answered again. */
  readonly downSeconds: number;
}

/**
 * Backs up a running service (both stores are in one PostgreSQL cluster: a base backup and the write-ahead log since
 * then), destroys the cluster, restores it, and checks that no acknowledged act and no timer is lost.
 */
export async function restoreDrill(options: DrillOptions): Promise<DrillFigures> {
  const { daySeconds, tell } = options;
  const dataDir = await temporaryFolder();
  const kind = { program: 'stack.ts', dataDir, daySeconds } as const;
  const [cluster, backup, archive] = ['postgres', 'backup', 'wal'].map((name) => join(dataDir, name)) as [
    string,
    string,
    string,
  ];
  const progress = watchProgress(tell);
  let service = await startWholeService(kind);
  const query = <T>(work: (sql: postgres.Sql) => Promise<T>) => withSql(dataDir, service, work);
  const letAct = async (name: string): Promise<readonly Entry[]> => {
    const chance = chanceOf(options.seed).branch(name);
    const { entries } = await letClientsAct({ ...options, ...service, chance, name, progress, until: () => true });
    return entries;
  };
  try {
    await archiveTo(archive, cluster, service, query);
    const samples = await codesOf(service);
    const before = await letAct('before');
    await query(async (sql) => {
      await sql`select pg_backup_start('drill', true)`;
      copy(cluster, backup);
      const [stopped] = await sql<{ labelfile: string }[]>`select labelfile from pg_backup_stop()`;
      await writeFor(cluster, join(backup, 'backup_label'), stopped!.labelfile);
    });
    tell(`backed up after ${before.length} requests`);
    const after = await letAct('after');
    await query(archiveEverything);

    const down = performance.now();
    await service.crash();
    await rm(cluster, { recursive: true });
    copy(backup, cluster);
    await appendFile(join(cluster, 'postgresql.auto.conf'), `restore_command = 'cp ${archive}/%f %p'\n`);
    await writeFor(cluster, join(cluster, 'recovery.signal'), '');
    tell(`the cluster is destroyed after ${after.length} more requests, and restored`);
    service = await startWholeService(kind);
    const downSeconds = Math.round((performance.now() - down) / 1000);
    return { ...(await service.check([...before, ...after], samples)), downSeconds };
  } finally {
    progress.stop();
    await service.stop();
    await rm(dataDir, { recursive: true, force: true });
  }
}

/** Has PostgreSQL keep its log in a folder, from its next start on, which is now. */
async function archiveTo(
  archive: string,
  cluster: string,
  { folder }: WholeService,
  query: (work: (sql: postgres.Sql) => Promise<unknown>) => Promise<unknown>
): Promise<void> {
  await mkdir(archive);
  await giveTo(cluster, archive);
  await query(async (sql) => {
    await sql`alter system set archive_mode = 'on'`;
    await sql.unsafe(`alter system set archive_command = 'cp %p ${archive}/%f'`);
  });
  process.kill(await folder.pidOf('postgres'), 'SIGINT');
  await eventually(
    () => query(async (sql) => (await sql`show archive_mode`)[0]!['archive_mode'] as unknown).catch(() => 'away'),
    (mode) => mode === 'on'
  );
}

async function archiveEverything(sql: postgres.Sql): Promise<void> {
  const [switched] = await sql<{ file: string }[]>`select pg_walfile_name(pg_switch_wal()) as file`;
  await eventually(
    async () => (await sql<{ last: string | null }[]>`select last_archived_wal as last from pg_stat_archiver`)[0]?.last,
    (last) => last !== null && last !== undefined && last >= switched!.file
  );
}

async function writeFor(cluster: string, path: string, text: string): Promise<void> {
  await writeFile(path, text);
  await giveTo(cluster, path);
}

/** Gives a file or folder to whom the cluster belongs: where the drill runs as root, PostgreSQL runs as somebody else. */
async function giveTo(cluster: string, path: string): Promise<void> {
  const { uid, gid } = await stat(cluster);
  await chown(path, uid, gid);
}

/** With owners and rights, as they must be for PostgreSQL. */
function copy(from: string, to: string): void {
  const { status, stderr } = spawnSync('cp', ['-a', from, to]);
  if (status !== 0) throw new Error(stderr.toString());
}

async function withSql<T>(
  dataDir: string,
  { folder }: WholeService,
  work: (sql: postgres.Sql) => Promise<T>
): Promise<T> {
  const sql = postgres(await databaseUrl(dataDir, folder), { max: 1, onnotice: () => undefined });
  try {
    return await work(sql);
  } finally {
    await sql.end();
  }
}
