import Mustache from 'mustache';
import type { Channel, Outcome } from './channel';
import { exchange, silence } from './http';
import { isBeyondSms, smsNumber, type SmsReach } from './phone';
import type { SmsGatewayConfig } from './smsGatewayConfig';
import { smsText, type SmsText } from './smsText';

/** SMS by a provider's HTTP interface, whose form the configuration gives. */
export function smsGatewayChannel(config: SmsGatewayConfig, text: SmsText & SmsReach): Channel {
  const { url, authorization, sender, body, idAt, timeoutMillis, repeatable } = config;
  return {
    repeatable,
    reaches: (address) => !isBeyondSms(address, text.countries),
    async send({ to, short, messageId }): Promise<Outcome> {
      const number = smsNumber(to, text.countries);
      if (number === null) return { result: 'refused', detail: 'no mobile number' };
      const given = { to: number, from: sender, text: smsText(short, text), reference: messageId };
      const exchanged = await exchange(
        url,
        {
          method: 'POST',
          headers: {
            'content-type': 'application/json',
            'idempotency-key': messageId,
            ...(authorization === null ? {} : { authorization }),
          },
          body: Mustache.render(body, given, {}, { escape: insideJson }),
        },
        timeoutMillis
      );
      if (exchanged.kind !== 'answered') return silence(exchanged, repeatable);
      return outcomeOf(exchanged.status, valueAt(exchanged.body, idAt));
    },
  };
}

/** A text as it stands between the quotes of a JSON string. */
const insideJson = (value: string): string => JSON.stringify(value).slice(1, -1);

function outcomeOf(status: number, id: unknown): Outcome {
  const detail = `HTTP ${String(status)}`;
  if (status >= 200 && status < 300)
    return { result: 'accepted', detail, ...(isId(id) ? { providerId: String(id) } : {}) };
  if (status === 400 || status === 422) return { result: 'refused', detail };
  return { result: 'unavailable', detail };
}

const isId = (id: unknown): id is string | number => typeof id === 'string' || typeof id === 'number';

/** What a JSON pointer leads to. */
const valueAt = (value: unknown, pointer: string): unknown =>
  pointer
    .slice(1)
    .split('/')
    .reduce<unknown>(
      (part, name) => (typeof part === 'object' && part !== null ? (part as Record<string, unknown>)[name] : undefined),
      value
    );
