import { openApiDocument } from '../../../api/openapi';
import { operationGroups } from '../../../api/operations';
import { contractOf } from '../../support/contract';

/** What of the service these tests run; the rest of what they ask is theirs. */
const OF_SERVICE = /^\/v1\/(auth|accounts)(\/|$)/;

const contract = contractOf(openApiDocument(operationGroups) as unknown as Parameters<typeof contractOf>[0]);

export interface Answer {
  readonly status: number;
  readonly headers: Headers;
  readonly body: Record<string, unknown>;
}

interface Ask {
  readonly json?: unknown;
  readonly method?: string;
  readonly headers?: Record<string, string>;
}

/** Somebody's browser: keeps cookies by host, follows nothing by itself, and names its page as `Origin` when it changes something. Every answer is checked against the description. */
export class Browser {
  private readonly cookies = new Map<string, Map<string, string>>();

  constructor(private readonly home: string) {}

  async ask(
    path: string,
    { json, method = json === undefined ? 'GET' : 'POST', headers = {} }: Ask = {}
  ): Promise<Answer> {
    const url = new URL(path, this.home);
    const jar = this.cookies.get(url.host) ?? new Map<string, string>();
    this.cookies.set(url.host, jar);
    const sent = new Headers({
      ...(jar.size > 0 && { cookie: [...jar].map((pair) => pair.join('=')).join('; ') }),
      ...(json !== undefined && { 'content-type': 'application/json' }),
      ...(method !== 'GET' && { origin: this.home }),
      ...headers,
    });
    const response = await fetch(url, {
      method,
      redirect: 'manual',
      headers: sent,
      ...(json !== undefined && { body: JSON.stringify(json) }),
    });
    for (const cookie of response.headers.getSetCookie()) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(cookie) ?? [];
      if (value === '') jar.delete(name);
      else jar.set(name, value);
    }
    const { status, headers: told } = response;
    const text = await response.text();
    const mediaType = told.get('content-type')?.split(';')[0] ?? null;
    const body = text !== '' && mediaType?.endsWith('json') === true ? (JSON.parse(text) as Answer['body']) : {};
    // What Express writes under a redirect is read by nobody.
    const isRedirect = status >= 300 && status < 400;
    if (url.origin === this.home && OF_SERVICE.test(url.pathname))
      contract({
        method: method.toLowerCase(),
        path: url.pathname,
        status,
        mediaType: isRedirect ? null : mediaType,
        body,
        headers: told,
        sent,
      });
    return { status, headers: told, body };
  }

  /** Follows redirects until an address starts with `until`, and gives that address without visiting it. */
  async follow(path: string, until: string): Promise<URL> {
    let url = new URL(path, this.home);
    while (!url.href.startsWith(until)) {
      const { status, headers } = await this.ask(url.href);
      const location = headers.get('location');
      if (location === null) throw new Error(`${url.href} answered ${status} and leads nowhere`);
      url = new URL(location, url);
    }
    return url;
  }
}
