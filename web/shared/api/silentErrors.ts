import type { Middleware } from 'openapi-fetch';

/**
 * What stands before the service may answer an error without a word, while the service is away. An error without content
 * would pass for an answer without content: what was asked counts as unanswered.
 */
export const noSilentErrors: Middleware = {
  async onResponse({ response }) {
    if (!response.ok && (await response.clone().text()) === '')
      throw new Error(`answered ${String(response.status)} without a word`);
  },
};
