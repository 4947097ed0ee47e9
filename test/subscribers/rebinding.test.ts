import dns from 'node:dns';
import dnsPromises from 'node:dns/promises';
import { once } from 'node:events';
import { createServer, type AddressInfo } from 'node:net';
import { addressFault, parseNetworks } from '../../subscribers/addresses';
import { exchange } from '../../subscribers/exchange';
import { startReceiver, type Receiver } from '../support/receiver';

const PUBLIC = { address: '203.0.113.80', family: 4 };
const LOOPBACK = { address: '127.0.0.1', family: 4 };

const closed = { allowedNetworks: [], plainHttp: true };
const open = { allowedNetworks: parseNetworks('127.0.0.0/8,203.0.113.0/24'), plainHttp: true };

let receiver: Receiver;
beforeEach(async () => {
  receiver = await startReceiver();
});
afterEach(async () => {
  jest.restoreAllMocks();
  await receiver.stop();
});

/** Has the name lead elsewhere from now on, as its owner can. */
function resolveTo(...addresses: (typeof PUBLIC)[]): void {
  jest.spyOn(dnsPromises, 'lookup').mockResolvedValue(addresses as never);
  jest.spyOn(dns, 'lookup').mockImplementation(((
    _name: string,
    _options: object,
    done: (...found: unknown[]) => void
  ) => {
    done(null, addresses);
  }) as never);
}

const hook = () => new URL(receiver.url.replace('127.0.0.1', 'hook.example'));
const send = (policy: typeof open) =>
  exchange({ method: 'POST', url: hook(), headers: {}, body: '{}' }, { policy, timeoutMillis: 2_000 });

test.each([[[LOOPBACK]], [[PUBLIC, LOOPBACK]], [[{ address: '::ffff:169.254.169.254', family: 6 }]]])(
  'R1.6: a name that was public when it was registered and leads to %j when it is used is refused before anything connects',
  async (later) => {
    resolveTo({ address: '93.184.215.14', family: 4 });
    expect(await addressFault(hook(), closed)).toBeNull();
    resolveTo(...later);
    await expect(send(closed)).rejects.toThrow('not one that messages may be sent to');
    expect(receiver.received).toEqual([]);
  }
);

test('R1.6: where the network is allowed, the same name reaches it', async () => {
  resolveTo(LOOPBACK);
  expect(await send(open)).toMatchObject({ status: 204 });
});

test.each([
  [
    'another protocol',
    'HTTP/1.1 101 Switching Protocols\r\nConnection: upgrade\r\nUpgrade: websocket\r\n\r\n',
    'without an answer',
  ],
  ['half an answer', 'HTTP/1.1 200 OK\r\ncontent-length: 10\r\n\r\nhalf', 'aborted'],
  ['nothing', '', 'hang up'],
])('R1.6: %s instead of an answer ends the exchange', async (_what, bytes, why) => {
  const server = createServer((socket) => {
    socket.once('data', () => socket.end(bytes));
    socket.on('error', () => undefined);
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const url = new URL(`http://127.0.0.1:${String((server.address() as AddressInfo).port)}`);
  await expect(
    exchange({ method: 'POST', url, headers: {}, body: '{}' }, { policy: open, timeoutMillis: 600_000 })
  ).rejects.toThrow(why);
  server.close();
});
