import type { Outcome } from './channel';

/** How an exchange with a provider ended: with an answer, before anything left us, or somewhere in between. */
export type Exchange =
  | { readonly kind: 'answered'; readonly status: number; readonly body: unknown }
  | { readonly kind: 'unsent' | 'unanswered'; readonly detail: string };

/** Failures after which nothing can have arrived. */
const beforeSending = [
  'ECONNREFUSED',
  'ENOTFOUND',
  'EAI_AGAIN',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'UND_ERR_CONNECT_TIMEOUT',
];

/** Asks a provider once. Redirects are not followed: they would carry secrets elsewhere. */
export async function exchange(
  url: string,
  request: Omit<RequestInit, 'headers'> & { readonly headers: Readonly<Record<string, string>> },
  timeoutMillis: number
): Promise<Exchange> {
  try {
    const response = await fetch(url, {
      ...request,
      // A connection that was kept may be closed just then: nobody would know whether the message had left.
      headers: { ...request.headers, connection: 'close' },
      redirect: 'manual',
      signal: AbortSignal.timeout(timeoutMillis),
    });
    const text = await response.text();
    return { kind: 'answered', status: response.status, body: parsed(text) };
  } catch (error) {
    const detail = causeOf(error);
    return { kind: beforeSending.includes(detail) ? 'unsent' : 'unanswered', detail };
  }
}

/** What an exchange without an answer comes to, over a channel that takes a repetition or not. */
export const silence = (exchanged: Exclude<Exchange, { kind: 'answered' }>, repeatable: boolean): Outcome => ({
  result: exchanged.kind === 'unsent' || repeatable ? 'unavailable' : 'unknown',
  detail: exchanged.detail,
});

function parsed(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return null;
  }
}

/** `ECONNREFUSED`, `TimeoutError`: what the system or the client calls it. */
function causeOf(error: unknown): string {
  const { name, cause } = error as { readonly name?: unknown; readonly cause?: { readonly code?: unknown } };
  const code = cause?.code ?? name;
  return typeof code === 'string' ? code : 'failed';
}
