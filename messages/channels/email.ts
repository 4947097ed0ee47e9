import { createTransport } from 'nodemailer';
import type { Channel, Letter, Outcome } from './channel';
import type { SmtpConfig } from './emailConfig';

/** Shorter than the time that an activity has, so that a try that was given up is not still under way. */
const PATIENCE_MILLIS = 20_000;

/** What e-mail takes of a message, whether it is about a case or not. */
type Mail = Pick<Letter, 'to' | 'messageId' | 'subject' | 'body' | 'unsubscribe'>;

export interface Mailer {
  send(mail: Mail): Promise<Outcome>;
}

/** E-mail by SMTP. A message keeps its Message-ID in every try, so that a repetition is told from a second message. */
export function createMailer({ url, from, replyTo }: SmtpConfig): Mailer {
  const transport = createTransport({
    url,
    connectionTimeout: PATIENCE_MILLIS,
    greetingTimeout: PATIENCE_MILLIS,
    socketTimeout: PATIENCE_MILLIS,
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  return {
    async send({ to, messageId, subject, body, unsubscribe }) {
      if ([to, subject, messageId, unsubscribe ?? ''].some(breaksLine))
        return { result: 'refused', detail: 'a header would hold a line break' };
      try {
        const { response } = await transport.sendMail({
          from,
          ...(replyTo === null ? {} : { replyTo }),
          to: { name: '', address: to },
          messageId: messageIdHeader(messageId, from),
          subject,
          text: body,
          headers: { 'Auto-Submitted': 'auto-generated', ...unsubscribing(unsubscribe) },
          dsn: { id: messageId, return: 'headers', notify: 'failure', recipient: `rfc822;${to}` },
        });
        return { result: 'accepted', detail: response.slice(0, 3) };
      } catch (error) {
        return outcomeOf(error);
      }
    },
  };
}

export const emailChannel = (mailer: Mailer): Channel => ({
  repeatable: true,
  send: (letter) => mailer.send(letter),
});

/** As it stands in the header; bounces name it. */
const messageIdHeader = (messageId: string, from: string): string =>
  `<${messageId}@${/@([\w.-]+)/.exec(from)?.[1] ?? 'localhost'}>`;

const breaksLine = (value: string): boolean => /[\r\n\0]/.test(value);

/** RFC 8058: one press in the mail program, without a visit. */
const unsubscribing = (address: string | null): Record<string, string> =>
  address === null ? {} : { 'List-Unsubscribe': `<${address}>`, 'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click' };

interface SmtpFailure {
  readonly code?: unknown;
  readonly command?: unknown;
  readonly responseCode?: unknown;
  readonly response?: unknown;
}

/** Only what the server says of the recipient or of the message is about them; anything else is our server's state. */
function outcomeOf(error: unknown): Outcome {
  const { code, command, responseCode, response } = error as SmtpFailure;
  const status = Number(responseCode ?? 0);
  const detail = detailOf(status, response) ?? (typeof code === 'string' ? code : 'failed');
  if (code === 'EENVELOPE' && status === 0) return { result: 'refused', detail: 'no mailbox address' };
  const concernsMessage = command === 'RCPT TO' || command === 'DATA';
  if (!concernsMessage || status === 421) return { result: 'unavailable', detail };
  if (status >= 500) return { result: 'refused', detail };
  return { result: status >= 400 ? 'deferred' : 'unavailable', detail };
}

/** `550 5.1.1`, without the server's words: those repeat the address. */
function detailOf(status: number, response: unknown): string | undefined {
  if (status === 0) return undefined;
  const enhanced = typeof response === 'string' ? /^\d{3}[ -](\d\.\d{1,3}\.\d{1,3})/.exec(response)?.[1] : undefined;
  return [status, enhanced].filter((part) => part !== undefined).join(' ');
}
