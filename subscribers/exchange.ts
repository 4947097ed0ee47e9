import { lookup } from 'node:dns';
import http from 'node:http';
import https from 'node:https';
import { isIP, type LookupFunction } from 'node:net';
import { hostOf, mayConnectTo, type AddressPolicy } from './addresses';

export interface Asked {
  readonly method: 'GET' | 'POST';
  readonly url: URL;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: string;
}

export interface Answered {
  readonly status: number;
  readonly headers: http.IncomingHttpHeaders;
  readonly body: string;
}

export interface ExchangeOptions {
  readonly policy: AddressPolicy;
  /** For the whole exchange. */
  readonly timeoutMillis: number;
}

/** An answer longer than this is none that we asked for. */
const LONGEST_ANSWER = 5_000_000;

/**
 * Sends a request and reads the whole answer. Connects to no address but one that was checked after its name was resolved,
 * so that a name which changes its mind leads nowhere, and follows no redirect.
 * @throws Error where there is no answer, in words that say why.
 */
export function exchange({ method, url, headers, body }: Asked, options: ExchangeOptions): Promise<Answered> {
  const { policy, timeoutMillis } = options;
  const host = hostOf(url);
  if (isIP(host) !== 0 && !mayConnectTo(host, policy)) return Promise.reject(new Error(REFUSED));
  const client = url.protocol === 'https:' ? https : http;
  return new Promise((resolve, reject) => {
    let isAnswered = false;
    const request = client.request(
      url,
      {
        method,
        headers: {
          ...headers,
          ...(body === undefined ? {} : { 'content-length': String(Buffer.byteLength(body)) }),
        },
        agent: false,
        lookup: checkedLookup(policy),
        signal: AbortSignal.timeout(timeoutMillis),
      },
      (response) => {
        isAnswered = true;
        const chunks: Buffer[] = [];
        let length = 0;
        response.on('data', (chunk: Buffer) => {
          chunks.push(chunk);
          length += chunk.length;
          if (length > LONGEST_ANSWER) request.destroy(new Error('the answer is too long'));
        });
        response.on('error', reject);
        response.on('end', () => {
          const { statusCode = 0, headers: answered } = response;
          resolve({ status: statusCode, headers: answered, body: Buffer.concat(chunks).toString('utf8') });
        });
      }
    );
    request.on('error', reject);
    request.on('close', () => {
      // Node tells of a change of the protocol (101) neither as an answer nor as an error.
      if (!isAnswered) reject(new Error('the connection ended without an answer'));
    });
    request.end(body);
  });
}

const REFUSED = 'the address is not one that messages may be sent to';

const checkedLookup =
  (policy: AddressPolicy): LookupFunction =>
  (hostname, options, callback) => {
    lookup(hostname, { ...options, all: true }, (error, found) => {
      const [first] = error === null ? found : [];
      if (first === undefined) callback(error ?? new Error('the name has no address'), []);
      else if (!found.every(({ address }) => mayConnectTo(address, policy))) callback(new Error(REFUSED), []);
      else if (options.all === true) callback(null, found);
      else callback(null, first.address, first.family);
    });
  };
