import { accessSync, constants } from 'node:fs';
import { delimiter, join } from 'node:path';
import { chromium, type Browser } from 'playwright-core';

/** Starts Debian's Chromium, or the browser that `CHROMIUM_PATH` names. Root has no sandbox. */
export const startChromium = (): Promise<Browser> =>
  chromium.launch({
    executablePath: process.env.CHROMIUM_PATH ?? onPath('chromium'),
    args: process.getuid?.() === 0 ? ['--no-sandbox'] : [],
  });

function onPath(command: string): string {
  for (const folder of (process.env.PATH ?? '').split(delimiter)) {
    const file = join(folder, command);
    try {
      accessSync(file, constants.X_OK);
      return file;
    } catch {
      continue;
    }
  }
  throw new Error('Install chromium, or name a browser in CHROMIUM_PATH.');
}
