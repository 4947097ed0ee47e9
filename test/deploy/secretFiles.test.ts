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

/** What a program says that knows of no database but by these settings. */
function saidBy(program: string, given: NodeJS.ProcessEnv): Promise<string> {
  const { DATABASE_URL: _, ...others } = process.env;
  const env = { ...others, ...given };
  return new Promise((resolve) => {
    execFile(process.execPath, ['--import', 'tsx', program], { cwd: root, env }, (_error, out, complaints) => {
      resolve(out + complaints);
    });
  });
}

test.each(['db/migrateNow.ts', 'db/rebuildStandings.ts', 'commands/verifyRecord.ts'])(
  '%s finds the database by the file that holds its address',
  async (program) => {
    // An address that is none is told before anybody is asked.
    const given = { DATABASE_URL_FILE: await secret('postgresql://pakn:se/cret@postgres:5432/pakn') };
    expect(await saidBy(program, given)).toContain('the address of the database is none');
  }
);

test('R5: whoever has no database is told that an exported case can be verified', async () => {
  expect(await saidBy('commands/verifyRecord.ts', {})).toContain('name an exported case');
});

test('the keys of the bucket may be in files', async () => {
  const { bucket } = attachmentsConfigFrom({
    S3_BUCKET: 'files',
    S3_ACCESS_KEY_ID_FILE: await secret('an id'),
    S3_SECRET_ACCESS_KEY_FILE: await secret('a secret'),
  });
  expect(bucket?.keys).toEqual({ id: 'an id', secret: 'a secret' });
});
