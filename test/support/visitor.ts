import type { Contract } from './contract';

export interface Answer {
  readonly status: number;
  readonly headers: Headers;
  // What a test reads of an answer, it states; that it has the shape described, the contract has checked.
  // eslint-disable-next-line @typescript-eslint/no-explicit-any
  readonly body: any;
  readonly bytes: Buffer;
}

type RequestHeaders = Readonly<Record<string, string>>;

/** Somebody who asks the service over HTTP, with a token or without. */
export interface Visitor {
  get(path: string, headers?: RequestHeaders): Promise<Answer>;
  /**
   * Sends JSON under a new `Idempotency-Key`, and once more, as clients are told to, what a busy machine did not answer in
   * time; under a key that is given, once.
   */
  post(path: string, body?: unknown, headers?: RequestHeaders): Promise<Answer>;
  put(path: string, body: unknown, headers?: RequestHeaders): Promise<Answer>;
  patch(path: string, body: unknown): Promise<Answer>;
  /** Sends a file as a form does. */
  upload(name: string, content: string | Uint8Array<ArrayBuffer>): Promise<Answer>;
  send(method: string, path: string, body?: string | Uint8Array | FormData, headers?: RequestHeaders): Promise<Answer>;
}

const JSON_BODY = { 'content-type': 'application/json' };

/** Checks every answer against the service's own description. */
export function visitor(address: string, contract: Contract, credential: RequestHeaders = {}): Visitor {
  const send: Visitor['send'] = async (method, path, body, headers = {}) => {
    const sent = new Headers({ ...credential, ...headers });
    const response = await fetch(address + path, {
      method,
      redirect: 'manual',
      headers: sent,
      ...(body === undefined ? {} : { body }),
    });
    const bytes = Buffer.from(await response.arrayBuffer());
    const text = bytes.toString();
    const mediaType = response.headers.get('content-type')?.split(';')[0] ?? null;
    const told: unknown = mediaType?.endsWith('json') === true ? JSON.parse(text) : text;
    contract({
      method: method.toLowerCase(),
      path: new URL(path, address).pathname,
      status: response.status,
      mediaType,
      body: told,
      headers: response.headers,
      sent,
    });
    return { status: response.status, headers: response.headers, body: told, bytes };
  };
  return {
    send,
    put: (path, body, headers = {}) => send('PUT', path, JSON.stringify(body), { ...JSON_BODY, ...headers }),
    patch: (path, body) => send('PATCH', path, JSON.stringify(body), JSON_BODY),
    upload: (name, content) => {
      const form = new FormData();
      form.set('file', new File([content], name));
      return send('POST', '/v1/attachments', form);
    },
    get: (path, headers) => send('GET', path, undefined, headers),
    post: async (path, body = {}, headers = {}) => {
      const key = { 'idempotency-key': crypto.randomUUID(), ...headers };
      for (;;) {
        const answer = await send('POST', path, JSON.stringify(body), { ...JSON_BODY, ...key });
        if ('idempotency-key' in headers || answer.status !== 503 || answer.body.type !== 'no-answer') return answer;
      }
    },
  };
}
