import type { Browser, BrowserContext, Page } from 'playwright-core';
import { startService, type Service, type ServiceOptions } from '../../support/service';
import { startChromium } from './chromium';
import { followStream } from './live';
import { listen } from './looksRight';

interface Manner {
  readonly language?: 'vi' | 'en';
  readonly scheme?: 'light' | 'dark';
  readonly width?: number;
}

/** A service and a browser before it. */
export interface Stage {
  readonly service: Service;
  /** A page of a browser that nobody is signed in to. */
  open(path: string, manner?: Manner): Promise<Page>;
  /** The same, signed in as the sample account of a mailbox. */
  openAs(mailbox: string, path: string, manner?: Manner): Promise<Page>;
  close(): Promise<void>;
}

const HEIGHT = 900;

// A browser on a busy machine is slow, which is no reason to fail; what never comes is still told where it was waited for.
const PATIENCE_MILLIS = 120_000;

/** Starts both; meant once per test file. */
export async function setStage(options: ServiceOptions = {}): Promise<Stage> {
  const [service, browser] = await Promise.all([startService(options), startChromium()]);
  const open: Stage['open'] = async (path, manner = {}) => {
    const context = await contextOf(browser, service.address, manner);
    const page = await context.newPage();
    listen(page);
    followStream(page);
    await page.goto(path);
    return page;
  };
  return {
    service,
    open,
    async openAs(mailbox, path, manner) {
      const page = await open('/sign-in', manner);
      await page.getByRole('textbox').first().fill(`${mailbox}@example.vn`);
      await page.locator('input[type=password]').fill(service.password);
      await page.keyboard.press('Enter');
      await page.waitForURL((url) => url.pathname !== '/sign-in');
      await page.goto(path);
      return page;
    },
    async close() {
      await browser.close();
      await service.stop();
    },
  };
}

async function contextOf(
  browser: Browser,
  address: string,
  { language = 'vi', scheme = 'light', width = 1440 }: Manner
): Promise<BrowserContext> {
  const context = await browser.newContext({
    baseURL: address,
    viewport: { width, height: HEIGHT },
    colorScheme: scheme,
    reducedMotion: 'reduce',
    locale: language === 'vi' ? 'vi-VN' : 'en-GB',
    timezoneId: 'Europe/Berlin',
  });
  context.setDefaultTimeout(PATIENCE_MILLIS);
  await context.addInitScript(
    `localStorage.getItem('pakn.language') ?? localStorage.setItem('pakn.language', '${language}')`
  );
  return context;
}
