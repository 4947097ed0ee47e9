import type { ActionName } from '../domain/actions';

/** A case as the API answers it; only what the sample and the demo read. */
export interface CaseAnswer {
  readonly code: string;
  readonly status: string;
  readonly receivedAt: string;
  readonly allowedActions: readonly string[];
  readonly deadlines: Readonly<
    Record<string, { readonly lastDay: string | null; readonly phase: string; readonly late: boolean }>
  >;
}

export interface EventAnswer {
  readonly seq: number;
  readonly type: string;
  readonly at: string;
  readonly status: string | null;
  readonly by: { readonly role: string; readonly agency?: string | null };
  readonly data: Record<string, unknown>;
}

const MOST_TRIES = 60;
const PAUSE_MILLIS = 1_000;

/** Somebody signed in, doing what a user's program would do over HTTP. A busy or absent server is asked again under the same key. */
export async function signIn(address: string, email: string, password: string) {
  const { token } = (await ask(address, 'POST', '/v1/auth/sign-in', { email, password })) as { token: string };
  const send = (method: string, path: string, body?: unknown) =>
    ask(address, method, path, body, { authorization: `Bearer ${token}`, 'idempotency-key': crypto.randomUUID() });
  return {
    submit: (body: object) => send('POST', '/v1/cases', body) as Promise<CaseAnswer>,
    act: (code: string, action: ActionName, input: object = {}) =>
      send('POST', `/v1/cases/${code}/${action}`, input) as Promise<CaseAnswer>,
    /** Uploads a text as a file, and answers its id. */
    upload: async (name: string, text: string) => {
      const form = new FormData();
      form.set('file', new File([text], name));
      return ((await send('POST', '/v1/attachments', form)) as { id: string }).id;
    },
    read: (code: string) => send('GET', `/v1/cases/${code}`) as Promise<CaseAnswer>,
    events: async (code: string) => ((await send('GET', `/v1/cases/${code}/events`)) as { items: EventAnswer[] }).items,
    list: async (query = '') => ((await send('GET', `/v1/cases?${query}`)) as { items: CaseAnswer[] }).items,
    me: () => send('GET', '/v1/auth/me') as Promise<{ id: string }>,
  };
}

export type SignedIn = Awaited<ReturnType<typeof signIn>>;

async function ask(
  address: string,
  method: string,
  path: string,
  body?: unknown,
  headers: Record<string, string> = {}
): Promise<unknown> {
  for (let tries = 1; ; tries++) {
    const response = await fetch(`${address}${path}`, {
      method,
      headers: {
        ...headers,
        ...(body === undefined || body instanceof FormData ? {} : { 'content-type': 'application/json' }),
      },
      ...(body === undefined ? {} : { body: body instanceof FormData ? body : JSON.stringify(body) }),
    }).catch((error: unknown) => {
      if (tries < MOST_TRIES) return null;
      throw new Error(`${address} does not answer`, { cause: error });
    });
    if (response?.ok === true) return response.json();
    if (response !== null && (response.status < 500 || tries === MOST_TRIES))
      throw new Error(`${method} ${path} answered ${String(response.status)}: ${await response.text()}`);
    await new Promise((resolve) => setTimeout(resolve, PAUSE_MILLIS));
  }
}
