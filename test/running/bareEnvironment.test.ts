import { readFileSync } from 'node:fs';
import { mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { redactFile } from '../../attachments/redact/run';
import { createRenderer } from '../../documents/render';

const self = String(process.pid);
const children = (): string[] =>
  readFileSync(`/proc/${self}/task/${self}/children`, 'utf8')
    .split(' ')
    .filter((pid) => pid !== '');

/** The variables of the processes that work starts; read before this one can hear of their end, after which they are gone. */
async function givenTo(work: () => Promise<unknown>): Promise<string[]> {
  const before = children();
  const ended = work().catch((error: unknown) => error);
  const started = children().filter((pid) => !before.includes(pid));
  expect(started).not.toEqual([]);
  const environments = started.map((pid) => readFileSync(`/proc/${pid}/environ`, 'utf8'));
  await ended;
  return environments.flatMap((all) => all.split('\0').map((one) => one.split('=')[0]!)).filter((name) => name !== '');
}

/** Of the channel to a process of Node's, and of the shell. */
const ofTheirOwn = ['NODE_CHANNEL_FD', 'NODE_CHANNEL_SERIALIZATION_MODE', 'PWD', 'OLDPWD', 'SHLVL', '_'];

test('R5, R9.1: processes that open what strangers made get nothing that is secret', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'bare-'));
  await writeFile(join(folder, 'text'), 'Xin chào.');
  const given = [
    ...(await givenTo(() => redactFile('text/plain', join(folder, 'text'), join(folder, 'copy')))),
    ...(await givenTo(() => createRenderer()({ blocks: [] } as never, 'pdf', null))),
  ];
  expect(given).toContain('PATH');
  const allowed = ['PATH', 'NODE_ENV', 'TZ', 'TMPDIR', ...ofTheirOwn];
  expect(given.filter((name) => !allowed.includes(name))).toEqual([]);
});
