import { once } from 'node:events';
import { createServer, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';

/** The largest file that a policy may allow must arrive also over a mobile network in the hills; Node gives five minutes. */
const UPLOAD_MILLIS = 20 * 60_000;

/** Longer than proxies keep a connection that is idle: one that is closed while a request is on its way is told as a failure. */
const IDLE_MILLIS = 75_000;

/** Answers requests, as long as it is not closed. */
export async function listen(
  answer: RequestListener,
  { port, host }: { readonly port: number; readonly host: string }
): Promise<{ address: AddressInfo | string | null; close: () => Promise<void> }> {
  const server = createServer(answer);
  server.requestTimeout = UPLOAD_MILLIS;
  server.keepAliveTimeout = IDLE_MILLIS;
  server.listen(port, host);
  await once(server, 'listening');
  return {
    address: server.address(),
    /** Takes nothing new and waits for what is under way; what was answered is not waited on for another request. */
    async close() {
      server.keepAliveTimeout = 1;
      const closed = once(server, 'close');
      server.close();
      server.closeIdleConnections();
      await closed;
    },
  };
}
