import { createWriteStream } from 'node:fs';
import type { Writable } from 'node:stream';
import { withoutRoom } from './refusals';

/**
 * Has a new file filled that its owner alone may read. Once this has ended, well or not, the file is closed: a pipeline
 * that fails early does not wait for its file to be opened, so whoever removed it then would come before it is there.
 * @throws NoRoom, and what `fill` throws
 */
export async function intoFile(path: string, fill: (file: Writable) => Promise<void>): Promise<void> {
  const file = createWriteStream(path, { flags: 'wx', mode: 0o600, flush: true });
  const closed = new Promise<void>((resolve) => file.once('close', resolve));
  try {
    await fill(file);
  } catch (error) {
    throw withoutRoom(error);
  } finally {
    file.destroy();
    await closed;
  }
}
