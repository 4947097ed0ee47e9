import { once } from 'node:events';
import { connect, createServer, type Socket } from 'node:net';

/** A way to a server that can be cut, fall silent, and be mended. */
export interface TcpProxy {
  readonly port: number;
  cut(): void;
  /** Breaks the connections that there are without a farewell; new ones are let through. */
  reset(): void;
  /** Passes nothing on any more and says nothing of it, as a host does whose packets are lost. */
  hush(): void;
  mend(): void;
  close(): Promise<void>;
}

/** Passes connections on to a server until it is cut: then those that there are break, and new ones are refused. */
export async function startTcpProxy(host: string, port: number): Promise<TcpProxy> {
  const sockets = new Set<Socket>();
  let isCut = false;
  let isSilent = false;
  const server = createServer((near) => {
    if (isCut) {
      near.destroy();
      return;
    }
    const far = connect(port, host);
    for (const [one, other] of [
      [near, far],
      [far, near],
    ] as const) {
      sockets.add(one);
      one.pipe(other);
      if (isSilent) one.pause();
      // A cut connection fails on both sides; whoever used it sees that.
      one.on('error', () => other.destroy());
      one.on('close', () => {
        sockets.delete(one);
        other.destroy();
      });
    }
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('no port');
  const cut = () => {
    isCut = true;
    for (const socket of sockets) socket.destroy();
  };
  return {
    port: address.port,
    cut,
    reset: () => {
      for (const socket of sockets) socket.resetAndDestroy();
    },
    hush: () => {
      isSilent = true;
      for (const socket of sockets) socket.pause();
    },
    mend: () => {
      isCut = false;
      isSilent = false;
      for (const socket of sockets) socket.resume();
    },
    close: async () => {
      cut();
      server.close();
      await once(server, 'close');
    },
  };
}

/** The address of a server as it is behind a proxy. */
export const throughProxy = ({ port }: TcpProxy, url: string): string =>
  Object.assign(new URL(url), { host: `127.0.0.1:${String(port)}` }).href;
