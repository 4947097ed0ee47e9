import type { Channel, Submission } from '../../shared/api/types';
import type { StoredFile } from '../../shared/forms/uploads';

/** What somebody copies from a letter, notes from a call, or takes from a message. */
export interface Received {
  readonly channel: Channel;
  readonly receivedAt: string;
  readonly receiptReason: string;
  readonly receiptEvidence: readonly StoredFile[];
  readonly category: string | null;
  readonly title: string;
  readonly content: string;
  readonly name: string;
  readonly address: string;
  readonly phone: string;
  readonly email: string;
  readonly attachments: readonly StoredFile[];
}

/** The ways by which somebody else's words reach the Office (R3). */
export const receivedChannels = ['paper', 'phone', 'fax', 'email', 'zalo'] as const satisfies Channel[];

export const blank: Received = {
  channel: 'paper',
  receivedAt: '',
  receiptReason: '',
  receiptEvidence: [],
  category: null,
  title: '',
  content: '',
  name: '',
  address: '',
  phone: '',
  email: '',
  attachments: [],
};

/** What is sent; what was left empty is left out, and a time is the province's own. */
export function submissionOf(given: Received): Submission {
  const text = (value: string) => (value.trim() === '' ? null : value);
  return {
    channel: given.channel,
    category: given.category,
    title: given.title,
    content: given.content,
    submitter: {
      name: text(given.name),
      address: text(given.address),
      phone: text(given.phone),
      email: text(given.email),
    },
    attachments: given.attachments.map(({ id }) => id),
    receivedAt: given.receivedAt === '' ? null : `${given.receivedAt}:00+07:00`,
    receiptReason: text(given.receiptReason),
    receiptEvidence: given.receiptEvidence[0]?.id ?? null,
  };
}
