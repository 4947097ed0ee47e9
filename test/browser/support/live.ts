import type { Page } from 'playwright-core';
import { eventually } from '../../support/eventually';

const streams = new WeakMap<Page, Set<unknown>>();

/** Keeps in mind over which connections a page is told of changes. */
export function followStream(page: Page): void {
  const open = new Set<unknown>();
  streams.set(page, open);
  page.on('response', (response) => {
    if (response.url().endsWith('/v1/events/stream')) open.add(response.request());
  });
  page.on('requestfailed', (request) => open.delete(request));
  page.on('requestfinished', (request) => open.delete(request));
}

/** Waits until a page is told of changes: what others do from here on, it hears of. */
export const live = (page: Page): Promise<boolean> =>
  eventually(
    () => Promise.resolve((streams.get(page)?.size ?? 0) > 0),
    (open) => open
  );
