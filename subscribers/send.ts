import type { SubscribersConfig } from './config';
import { exchange, type Answered } from './exchange';
import { signedHeaders } from './signing';
import type { Outcome } from '../news/told';

interface Message {
  readonly url: URL;
  readonly messageId: string;
  readonly contentType: string;
  readonly body: string;
  readonly secrets: readonly string[];
}

const GONE = 410;
const LONGEST_RETRY_AFTER = 86_400;

/** Posts a signed message; answers what came of it, and what the receiver said where it took it. */
export async function send(
  { url, messageId, contentType, body, secrets }: Message,
  { policy, timeoutMillis }: SubscribersConfig
): Promise<{ outcome: Outcome; said: string }> {
  try {
    const headers = {
      'content-type': contentType,
      'user-agent': 'PAKN-Webhooks',
      ...signedHeaders(messageId, new Date(), body, secrets),
    };
    const answered = await exchange({ method: 'POST', url, headers, body }, { policy, timeoutMillis });
    return { outcome: outcomeOf(answered), said: answered.body };
  } catch (error) {
    return { outcome: { kind: 'failed', detail: wordsOf(error) }, said: '' };
  }
}

function outcomeOf({ status, headers }: Answered): Outcome {
  if (status === GONE) return { kind: 'gone' };
  if (status >= 200 && status < 300) return { kind: 'accepted', httpStatus: status };
  const seconds = Number(headers['retry-after']);
  return {
    kind: 'failed',
    httpStatus: status,
    detail: `answered ${String(status)}`,
    ...(seconds > 0 ? { retryAfter: Math.min(seconds, LONGEST_RETRY_AFTER) * 1_000 } : {}),
  };
}

/** Why there was no answer, in few words. */
export const wordsOf = (error: unknown): string => {
  const { name, message } = error instanceof Error ? error : new Error(String(error));
  return name === 'TimeoutError' || name === 'AbortError' ? 'no answer in time' : message.slice(0, 300);
};
