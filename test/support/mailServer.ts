import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { simpleParser, type ParsedMail } from 'mailparser';
import { SMTPServer } from 'smtp-server';

interface ReceivedMail {
  readonly to: string;
  readonly mail: ParsedMail;
}

/** A real SMTP server that keeps what it takes. */
export interface MailServer {
  readonly port: number;
  readonly received: readonly ReceivedMail[];
  /** What it answers a recipient with instead of taking the message: `550 5.1.1 …`. */
  refuse(mailbox: string, answer: string): void;
  stop(): Promise<void>;
}

export async function startMailServer(port = 0): Promise<MailServer> {
  const received: ReceivedMail[] = [];
  const refusals = new Map<string, string>();
  const server = new SMTPServer({
    disabledCommands: ['AUTH', 'STARTTLS'],
    onRcptTo: ({ address }, _session, done) => {
      const answer = refusals.get(address);
      if (answer === undefined) done();
      else done(Object.assign(new Error(answer.slice(4)), { responseCode: Number(answer.slice(0, 3)) }));
    },
    onData: (stream, session, done) => {
      simpleParser(stream).then(
        (mail) => {
          for (const { address } of session.envelope.rcptTo) received.push({ to: address, mail });
          done();
        },
        (error: unknown) => {
          done(error as Error);
        }
      );
    },
  });
  server.listen(port, '127.0.0.1');
  await once(server.server, 'listening');
  return {
    port: (server.server.address() as AddressInfo).port,
    received,
    refuse: (mailbox, answer) => {
      refusals.set(mailbox, answer);
    },
    stop: () =>
      new Promise((resolve) => {
        server.close(() => {
          resolve();
        });
      }),
  };
}
