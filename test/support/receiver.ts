import { once } from 'node:events';
import { createServer, type IncomingHttpHeaders, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface Received {
  readonly method: string;
  readonly path: string;
  readonly query: URLSearchParams;
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
}

export interface Reply {
  readonly status?: number;
  readonly headers?: Record<string, string>;
  readonly body?: string;
}

type Reaction = Reply | 'silence' | 'hangUp';

/** What the other side does with a request, when it has made up its mind; `silence` never answers, `hangUp` cuts the connection. */
export type Behaviour = (received: Received) => Reaction | Promise<Reaction>;

/** Another system as a real HTTP server, which does what the test says. */
export interface Receiver {
  readonly url: string;
  /** Everything that arrived, in order. */
  readonly received: Received[];
  behave(behaviour: Behaviour): void;
  stop(): Promise<void>;
}

export async function startReceiver(first: Behaviour = () => ({ status: 204 })): Promise<Receiver> {
  let behaviour = first;
  const received: Received[] = [];
  const server: Server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      const { pathname, searchParams } = new URL(request.url ?? '/', 'http://receiver');
      const one: Received = {
        method: request.method ?? '',
        path: pathname,
        query: searchParams,
        headers: request.headers,
        body: Buffer.concat(chunks).toString('utf8'),
      };
      received.push(one);
      void Promise.resolve(behaviour(one)).then((reply) => {
        if (reply === 'hangUp') request.socket.destroy();
        else if (reply !== 'silence') response.writeHead(reply.status ?? 200, reply.headers).end(reply.body);
      });
    });
  });
  // A test that fails before it stops its receiver still ends.
  server.unref();
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    url: `http://127.0.0.1:${String((server.address() as AddressInfo).port)}`,
    received,
    behave: (next) => {
      behaviour = next;
    },
    stop: async () => {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
}
