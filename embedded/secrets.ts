import { randomBytes } from 'node:crypto';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

/** What one installation must keep to itself: its session secret, its payload key, the password of its sample accounts. */
export interface Secrets {
  readonly authSecret: string;
  readonly payloadKeys: string;
  readonly samplePassword: string;
}

/** The secrets of a data folder, made when it is first used and readable by its owner only. */
export async function secretsOf(dataDir: string): Promise<Secrets> {
  const file = join(dataDir, 'secrets.json');
  const fresh: Secrets = {
    authSecret: randomBytes(32).toString('base64url'),
    payloadKeys: `k1:${randomBytes(32).toString('base64')}`,
    samplePassword: randomBytes(9).toString('base64url'),
  };
  try {
    await writeFile(file, JSON.stringify(fresh, null, 2), { mode: 0o600, flag: 'wx' });
    return fresh;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
    return JSON.parse(await readFile(file, 'utf8')) as Secrets;
  }
}
