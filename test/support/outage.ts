import { once } from 'node:events';
import { connect, createServer, type AddressInfo, type Socket } from 'node:net';

export interface Outage {
  /** Where the server behind is reached, while it is. */
  readonly url: string;
  begin(): void;
  end(): void;
  close(): Promise<void>;
}

/** Stands between a server and those who use it, and can cut every connection and refuse new ones. */
export async function outageOf(serverUrl: string): Promise<Outage> {
  const target = new URL(serverUrl);
  const sockets = new Set<Socket>();
  let away = false;
  const relay = createServer((near) => {
    if (away) {
      near.destroy();
      return;
    }
    const far = connect(Number(target.port), target.hostname);
    for (const [from, to] of [
      [near, far],
      [far, near],
    ] as const) {
      sockets.add(from);
      from.pipe(to);
      from.on('error', () => to.destroy());
      from.on('close', () => {
        sockets.delete(from);
        to.destroy();
      });
    }
  });
  relay.listen(0, '127.0.0.1');
  await once(relay, 'listening');
  const url = new URL(serverUrl);
  url.port = String((relay.address() as AddressInfo).port);
  const cut = () => {
    sockets.forEach((socket) => socket.destroy());
  };
  return {
    url: url.href,
    begin: () => {
      away = true;
      cut();
    },
    end: () => {
      away = false;
    },
    close: async () => {
      relay.close();
      cut();
      await once(relay, 'close');
    },
  };
}
