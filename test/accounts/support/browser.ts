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

/** Somebody's browser: keeps cookies by host, follows nothing by itself, and names its page as `Origin` when it changes something. */
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
    const response = await fetch(url, {
      method,
      redirect: 'manual',
      headers: {
        ...(jar.size > 0 && { cookie: [...jar].map((pair) => pair.join('=')).join('; ') }),
        ...(json !== undefined && { 'content-type': 'application/json' }),
        ...(method !== 'GET' && { origin: this.home }),
        ...headers,
      },
      ...(json !== undefined && { body: JSON.stringify(json) }),
    });
    for (const cookie of response.headers.getSetCookie()) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(cookie) ?? [];
      if (value === '') jar.delete(name);
      else jar.set(name, value);
    }
    const text = await response.text();
    const isJson = text !== '' && response.headers.get('content-type')?.includes('json') === true;
    return {
      status: response.status,
      headers: response.headers,
      body: isJson ? (JSON.parse(text) as Answer['body']) : {},
    };
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
