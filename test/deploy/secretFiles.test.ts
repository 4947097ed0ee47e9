import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { attachmentsConfigFrom } from '../../attachments/config';

const root = join(__dirname, '..', '..');

let folder: string;
const secret = async (content: string): Promise<string> => {
  const path = join(folder, crypto.randomUUID());
  await writeFile(path, `${content}\n`);
  return path;
};

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'secrets-'));
});
afterAll(() => rm(folder, { recursive: true }));

test.each(['db/migrateNow.ts', 'db/rebuildStandings.ts', 'verifyRecord.ts'])(
  '%s finds the database by the file that holds its address',
  async (program) => {
    const { DATABASE_URL: _, ...env } = process.env;
    // An address that is none is told before anybody is asked.
    const given = { ...env, DATABASE_URL_FILE: await secret('postgresql://pakn:se/cret@postgres:5432/pakn') };
    const said = await new Promise<string>((resolve) => {
      execFile(process.execPath, ['--import', 'tsx', program], { cwd: root, env: given }, (_error, out, complaints) => {
        resolve(out + complaints);
      });
    });
    expect(said).toContain('the address of the database is none');
  }
);

test('the keys of the bucket may be in files', async () => {
  const { bucket } = attachmentsConfigFrom({
    S3_BUCKET: 'files',
    S3_ACCESS_KEY_ID_FILE: await secret('an id'),
    S3_SECRET_ACCESS_KEY_FILE: await secret('a secret'),
  });
  expect(bucket?.keys).toEqual({ id: 'an id', secret: 'a secret' });
});
