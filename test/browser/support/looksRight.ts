import { readFileSync } from 'node:fs';
import type { AxeResults } from 'axe-core';
import type { Page } from 'playwright-core';

const axe = readFileSync(require.resolve('axe-core/axe.min.js'), 'utf8');

/** What somebody may take offence at in a page as it stands. */
interface Offences {
  readonly violations: readonly string[];
  readonly console: readonly string[];
  /** How many pixels of the page lie beyond the right edge. */
  readonly overflow: number;
}

const consoles = new WeakMap<Page, string[]>();

/** Keeps what a page complains of. That the service refused something is the browser's note, not the page's complaint. */
export function listen(page: Page): void {
  const complaints: string[] = [];
  consoles.set(page, complaints);
  page.on('pageerror', (error) => complaints.push(String(error)));
  page.on('console', (message) => {
    const refused = /status of 4\d\d/.test(message.text()) && message.location().url.includes('/v1/');
    if ((message.type() === 'error' || message.type() === 'warning') && !refused) complaints.push(message.text());
  });
}

/** Looks a page over: accessibility by axe-core, the console, and whether it is wider than the window. */
async function offencesOf(page: Page): Promise<Offences> {
  await page.waitForLoadState('networkidle');
  // Through the debugging protocol: the page's own policy lets no foreign script in.
  await page.evaluate(axe);
  const { violations } = await page.evaluate<AxeResults>(`
    document.fonts.ready
      .then(() => document.getAnimations().filter((one) => one.effect?.getComputedTiming().endTime !== Infinity))
      .then((passing) => Promise.allSettled(passing.map((one) => one.finished)))
      .then(() => axe.run())
  `);
  const overflow = await page.evaluate<number>(
    'document.documentElement.scrollWidth - document.documentElement.clientWidth'
  );
  return {
    violations: violations.flatMap(({ id, nodes }) =>
      nodes.map(({ html, failureSummary }) => `${id}: ${html} ${failureSummary ?? ''}`)
    ),
    console: consoles.get(page) ?? [],
    overflow,
  };
}

/** Fails with every offence of a page as it stands. */
export async function looksRight(page: Page): Promise<void> {
  expect(await offencesOf(page)).toEqual({ violations: [], console: [], overflow: 0 });
}
