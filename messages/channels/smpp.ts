import { createHash } from 'node:crypto';
import { RateLimiterMemory, RateLimiterQueue, RateLimiterQueueError } from 'rate-limiter-flexible';
import type { Pdu } from 'smpp';
import type { Channel, Letter, Outcome } from './channel';
import { isBeyondSms, smsNumber, type SmsReach } from './phone';
import type { SmppConfig } from './smppConfig';
import type { Response, SmppLink } from './smppSession';
import { segmentsOf, smsText, type SmsText } from './smsText';

const LONGEST_WAIT_SECONDS = 30;

const OK = 0;
/** The number is at fault: invalid destination address, or its type. */
const numberRefused = [0x0b, 0x50, 0x51];
/** Wait: throttled, queue full, system error, temporary fault of the receiving side. */
const notNow = [0x58, 0x14, 0x08, 0x64];
const DEFAULT_ALPHABET = 0;
const UCS2 = 8;
const ALPHANUMERIC = 5;
const INTERNATIONAL = 1;
const ISDN = 1;

/** SMS by SMPP 3.4. A long text travels in segments with a header that joins them, or whole in `message_payload`. */
export function smppChannel(link: SmppLink, config: SmppConfig, text: SmsText & SmsReach): Channel {
  const perWindow = config.perSecond >= 1 ? Math.floor(config.perSecond) : 1;
  const duration = config.perSecond >= 1 ? 1 : 1 / config.perSecond;
  const throttle = new RateLimiterQueue(new RateLimiterMemory({ points: perWindow, duration }));
  const addressed = (number: string, reference: number) => ({
    source_addr_ton: /^\d+$/.test(config.sender) ? INTERNATIONAL : ALPHANUMERIC,
    source_addr_npi: 0,
    source_addr: config.sender,
    dest_addr_ton: INTERNATIONAL,
    dest_addr_npi: ISDN,
    destination_addr: number,
    user_message_reference: reference,
  });

  /** Waits for its turn, but not for longer than an activity may take. */
  async function gotLeave(parts: number): Promise<boolean> {
    const until = Date.now() / 1_000 + LONGEST_WAIT_SECONDS;
    try {
      for (let part = 0; part < parts; part++) await throttle.removeTokens(1, undefined, until);
      return true;
    } catch (error) {
      if (error instanceof RateLimiterQueueError) return false;
      throw error;
    }
  }

  return {
    // SMPP has no key for a repetition: what may have left is not sent again.
    repeatable: false,
    reaches: (address) => !isBeyondSms(address, text.countries),
    async send(letter) {
      const number = smsNumber(letter.to, text.countries);
      if (number === null) return { result: 'refused', detail: 'no mobile number' };
      const reference = referenceOf(letter);
      const parts = partsOf(smsText(letter.short, text), reference, config.long);
      if (!(await gotLeave(parts.length))) return { result: 'unavailable', detail: 'too many at once' };
      let last: Outcome = { result: 'unavailable' };
      for (const [index, part] of parts.entries()) {
        last = outcomeOf(await link.submit({ ...addressed(number, reference), ...part }));
        // What has left in part can be neither called back nor sent again without a repetition.
        if (last.result !== 'accepted') return index === 0 ? last : { ...last, result: 'unknown' };
      }
      return last;
    },
  };
}

/** What the other side may give back in its receipt, 16 bits of the message's id. */
export const referenceOf = ({ messageId }: Pick<Letter, 'messageId'>): number =>
  createHash('sha256').update(messageId).digest().readUInt16BE(0);

/** A receipt is asked for the last segment only: one message, one receipt. */
function partsOf(text: string, reference: number, long: SmppConfig['long']): object[] {
  const { encoding, parts } = segmentsOf(text);
  const coded = { data_coding: encoding === 'GSM-7' ? DEFAULT_ALPHABET : UCS2 };
  if (parts.length === 1) return [{ ...coded, registered_delivery: 1, short_message: text }];
  if (long === 'payload') return [{ ...coded, registered_delivery: 1, message_payload: text }];
  return parts.map((message, index) => ({
    ...coded,
    registered_delivery: index === parts.length - 1 ? 1 : 0,
    short_message: { udh: Buffer.from([5, 0, 3, reference & 0xff, parts.length, index + 1]), message },
  }));
}

function outcomeOf(response: Response): Outcome {
  if (response === 'unbound') return { result: 'unavailable', detail: 'not bound' };
  if (response === 'silent') return { result: 'unknown', detail: 'no answer' };
  const { command_status: status, message_id: id } = response.pdu;
  if (status === OK) return { result: 'accepted', ...(id === undefined || id === '' ? {} : { providerId: id }) };
  const detail = `0x${status.toString(16).padStart(8, '0')}`;
  if (numberRefused.includes(status)) return { result: 'refused', detail };
  return { result: notNow.includes(status) ? 'unavailable' : 'deferred', detail };
}

/** What a receipt says of which message. */
export interface SmppReceipt {
  readonly providerId: string;
  readonly reference: number | null;
  readonly result: 'delivered' | 'bounced';
  readonly detail: string;
}

const DELIVERY_RECEIPT = 0x04;
const states: Readonly<Record<string, SmppReceipt['result']>> = {
  DELIVRD: 'delivered',
  EXPIRED: 'bounced',
  DELETED: 'bounced',
  UNDELIV: 'bounced',
  REJECTD: 'bounced',
};
const stateNames: Readonly<Record<number, string>> = {
  2: 'DELIVRD',
  3: 'EXPIRED',
  4: 'DELETED',
  5: 'UNDELIV',
  8: 'REJECTD',
};

/** Reads a `deliver_sm` (SMPP 3.4, Appendix B); null where it is no receipt, or none that settles anything. */
export function receiptOf(pdu: Pdu): SmppReceipt | null {
  if (((pdu.esm_class ?? 0) & DELIVERY_RECEIPT) === 0) return null;
  const text = String(pdu.short_message?.message ?? '');
  const field = (name: string) => new RegExp(`\\b${name}:(\\S+)`, 'i').exec(text)?.[1];
  const providerId = pdu.receipted_message_id ?? field('id');
  const stat = field('stat')?.toUpperCase() ?? stateNames[pdu.message_state ?? 0];
  const result = states[stat ?? ''];
  if (providerId === undefined || stat === undefined || result === undefined) return null;
  const detail = [stat, field('err')].filter((part) => part !== undefined && part !== '000').join(' ');
  return { providerId, reference: pdu.user_message_reference ?? null, result, detail };
}
