import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { cached, userCacheDir } from '../../../embedded/cache';
import { run } from '../../../embedded/run';

const REQUIREMENTS = join(__dirname, 'requirements.txt');

type ClientName = 'civicbot' | 'georeport-json' | 'georeport-xml';

/** Calls a method of a public client that speaks to this address; answers what the method gave back. */
export type Call = (client: ClientName, method: string, given?: object) => Promise<unknown>;

/** Public clients of Open311 as they were published; installed once, apart from what else the machine has. */
export async function publicClients(address: string): Promise<Call> {
  const version = createHash('sha256').update(readFileSync(REQUIREMENTS)).digest('hex').slice(0, 12);
  const packages = await cached({
    cacheDir: userCacheDir,
    name: `open311-clients-${version}`,
    log: console.log,
    make: async (folder) => {
      const install = ['-m', 'pip', 'install', '--quiet', '--disable-pip-version-check', '--no-deps'];
      await run('python3', [...install, '--target', folder, '--requirement', REQUIREMENTS]);
    },
  });
  return (client, method, given = {}) =>
    new Promise((resolve, reject) => {
      const env = { ...process.env, PYTHONPATH: packages };
      const python = execFile('python3', [join(__dirname, 'clients.py')], { env }, (error, said, complaints) => {
        if (error === null) resolve(JSON.parse(said));
        else reject(new Error(complaints, { cause: error }));
      });
      python.stdin?.end(JSON.stringify({ client, address, method, given }));
    });
}
