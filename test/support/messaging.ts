import type { AddressInfo } from 'node:net';
import { once } from 'node:events';
import { createServer, type IncomingHttpHeaders, type ServerResponse } from 'node:http';
import type { Messaging } from '../../messages/messaging';
import { messagesConfigFrom, type MessagesConfig } from '../../messages/config';
import { parseKeyring } from '../../secrets/keyring';
import { TEST_PAYLOAD_KEYS } from './keyring';

export const keyring = parseKeyring(TEST_PAYLOAD_KEYS);

/** The configuration that variables of the environment come to. */
export const messagesConfig = (env: Readonly<Record<string, string>>): MessagesConfig =>
  messagesConfigFrom({ PUBLIC_URL: 'http://service.example', ...env });

/** Messages while nothing carries them yet. */
export const noChannels: Messaging = { channels: {}, config: messagesConfig({}), keyring };

export interface ProviderRequest {
  readonly path: string;
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
}

export interface Provider {
  readonly url: string;
  readonly requests: readonly ProviderRequest[];
  stop(): Promise<void>;
}

/** A provider's HTTP server, which answers as it is told. One that ends no response lets its client wait. */
export async function startProvider(
  answer: (request: ProviderRequest, response: ServerResponse) => void
): Promise<Provider> {
  const requests: ProviderRequest[] = [];
  const server = createServer((incoming, response) => {
    const chunks: Buffer[] = [];
    incoming.on('data', (chunk: Buffer) => chunks.push(chunk));
    incoming.on('end', () => {
      const body = Buffer.concat(chunks).toString();
      const request = { path: incoming.url ?? '', headers: incoming.headers, body };
      requests.push(request);
      answer(request, response);
    });
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    url: `http://127.0.0.1:${String((server.address() as AddressInfo).port)}`,
    requests,
    stop: async () => {
      server.close();
      server.closeAllConnections();
      await once(server, 'close');
    },
  };
}

/** Answers with JSON. */
export const answerJson = (response: ServerResponse, body: object, status = 200): void => {
  response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
};

/** A delivery status notification as mail servers send it back (RFC 3464). */
export const deliveryStatus = (messageId: string, { action = 'failed', status = '5.1.1' } = {}): string =>
  [
    'From: MAILER-DAEMON@mail.example',
    'To: bounces@service.example',
    'Subject: Undelivered Mail Returned to Sender',
    'MIME-Version: 1.0',
    'Content-Type: multipart/report; report-type=delivery-status; boundary="b1"',
    '',
    '--b1',
    'Content-Type: text/plain; charset=utf-8',
    '',
    'The message could not be delivered.',
    '--b1',
    'Content-Type: message/delivery-status',
    '',
    'Reporting-MTA: dns; mail.example',
    '',
    'Final-Recipient: rfc822; nguoigui@example.org',
    `Action: ${action}`,
    `Status: ${status}`,
    'Diagnostic-Code: smtp; 550 5.1.1 no such user',
    '',
    '--b1',
    'Content-Type: text/rfc822-headers',
    '',
    `Message-ID: ${messageId}`,
    'Subject: a message',
    '',
    '--b1--',
    '',
  ].join('\r\n');
